// SharedList: a list whose copies are one until somebody changes his, and which may be read as late as somebody looks at it.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace nbpublish {

struct NoFacts {};

// Copying takes no memory and no time. edit() parts the copy that is changed from the others; what was read from it before then belongs to
// them. Copies may be read, made and dropped in several threads, and each may be edited in one. `Facts` are what is known of a list
// without reading it; they are found out once for all copies, in one way for each kind of list.
template <class T, class Facts = NoFacts>
class SharedList {
 public:
  using Load = std::function<std::vector<T>()>;

  SharedList() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a list is one of these wherever it is handed over
  SharedList(std::vector<T> list) : shared_(std::make_shared<Shared>(std::move(list))) {}
  // The list that `load` gives when somebody looks at it, with what is known of it already.
  static SharedList unread(Load load, Facts facts) {
    SharedList out{std::vector<T>()};
    out.shared_->load = std::move(load);
    out.shared_->is_unread = true;
    out.set_facts(std::move(facts));
    return out;
  }
  bool is_unread() const { return shared_ != nullptr && shared_->is_unread; }

  const std::vector<T>& all() const {
    static const std::vector<T> kNone;
    return shared_ == nullptr ? kNone : shared_->read();
  }
  std::vector<T>& edit() {
    if (shared_ == nullptr) shared_ = std::make_shared<Shared>(std::vector<T>());
    else if (shared_.use_count() > 1) shared_ = std::make_shared<Shared>(shared_->read());
    else shared_->forget_facts();
    return shared_->own();
  }
  void push_back(T value) { edit().push_back(std::move(value)); }

  // find_out(all()), which is called if nobody has done so since the last edit().
  template <class FindOut>
  const Facts& facts(const FindOut& find_out) const {
    static const Facts kOfNone = find_out(std::vector<T>());
    if (shared_ == nullptr) return kOfNone;
    if (shared_->facts == nullptr) set_facts(find_out(all()));
    return *shared_->facts;
  }
  // What facts() gave of an equal list, in another process.
  void set_facts(Facts facts) const {
    if (shared_ != nullptr) shared_->keep_facts(std::make_unique<const Facts>(std::move(facts)));
  }

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  bool empty() const { return all().empty(); }
  std::size_t size() const { return all().size(); }
  const T& operator[](std::size_t i) const { return all()[i]; }
  const T& front() const { return all().front(); }
  const T& back() const { return all().back(); }

 private:
  struct Shared {
    explicit Shared(std::vector<T> its) : list(std::move(its)) {}
    ~Shared() { delete facts.load(); }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

    std::vector<T> list;
    std::atomic<bool> is_unread = false;
    std::once_flag once;
    Load load;
    std::atomic<const Facts*> facts = nullptr;

    const std::vector<T>& read() {
      if (is_unread) std::call_once(once, [this] { list = load(), load = nullptr, is_unread = false; });
      return list;
    }
    std::vector<T>& own() {
      read();
      return list;
    }
    // Of two threads that found them out at once, the first's stay.
    void keep_facts(std::unique_ptr<const Facts> found) {
      const Facts* none = nullptr;
      if (facts.compare_exchange_strong(none, found.get())) static_cast<void>(found.release());
    }
    void forget_facts() { delete facts.exchange(nullptr); }
  };
  std::shared_ptr<Shared> shared_;
};

}  // namespace nbpublish
