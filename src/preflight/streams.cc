#include "preflight/streams.h"

#include <exception>

#include "preflight/limits.h"

namespace nbpublish {
namespace {

// qpdf takes exceptions of pipelines for damage of the stream and goes on: keep the first one, then throw at
// every write, which ends the decoding.
class Guard final : public Pipeline {
 public:
  explicit Guard(Pipeline& sink) : Pipeline("guard", nullptr), sink_(sink) {}

  void write(const unsigned char* data, std::size_t size) override {
    if (!thrown_) {
      try {
        return sink_.write(data, size);
      } catch (...) {
        thrown_ = std::current_exception();
      }
    }
    std::rethrow_exception(thrown_);
  }
  void finish() override {}
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  Pipeline& sink_;
  std::exception_ptr thrown_;
};

class Appender final : public Pipeline {
 public:
  Appender(std::size_t most, std::string& into) : Pipeline("appender", nullptr), left_(most), into_(into) {}

  void write(const unsigned char* data, std::size_t size) override {
    if (size > left_) throw LimitPassed("one of its streams is larger than 64 MB when decoded");
    left_ -= size;
    into_.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}

 private:
  std::size_t left_;
  std::string& into_;
};

}  // namespace

bool pipe_decoded(QPDFObjectHandle stream, Pipeline& sink) {
  Guard guard(sink);
  bool filtered = false;
  const bool whole = stream.pipeStreamData(&guard, &filtered, 0, qpdf_dl_all, true);
  guard.rethrow();
  return filtered && whole;
}

void append_decoded(QPDFObjectHandle stream, std::size_t most, std::string& into) {
  Appender appender(most, into);
  if (!pipe_decoded(stream, appender)) throw std::runtime_error("a stream cannot be decoded: object " + stream.getObjGen().unparse(' '));
}

}  // namespace nbpublish
