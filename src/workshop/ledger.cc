#include "workshop/ledger.h"

#include "workshop/wire.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostVerdicts = 500;  // of a picture

}  // namespace

Hash128 Ledger::key_of(const Hash128& picture) const {
  WireWriter key;
  key.text("pictures");
  key.text(version_);
  key.number(picture.high);
  key.number(picture.low);
  return hash128(key.take());
}

Ledger::Page Ledger::read(const Hash128& picture) const {
  const auto bytes = store_ == nullptr ? nullptr : store_->find(key_of(picture));
  if (!bytes) return {};
  Page page;
  WireReader reader(*bytes);
  for (std::uint64_t left = reader.number(); left > 0 && reader.is_sound(); --left) {
    Hash128 question;
    question.high = reader.number();
    question.low = reader.number();
    if (reader.number() == 0) page.verdicts.emplace(question, Verdict{});
    else page.verdicts.emplace(question, Verdict{std::unexpected(reader.error())});
  }
  return page;
}

Ledger::Page& Ledger::page_of(const Hash128& picture) {
  const auto known = pages_.find(picture);
  return known == pages_.end() ? pages_.emplace(picture, read(picture)).first->second : known->second;
}

std::optional<Status> Ledger::find(const PictureQuestion& question) {
  Page& page = page_of(question.picture);
  const auto found = page.verdicts.find(question.question);
  if (found == page.verdicts.end()) return std::nullopt;
  found->second.is_used = true;
  return found->second.verdict;
}

void Ledger::keep(const PictureQuestion& question, const Status& verdict) {
  Page& page = page_of(question.picture);
  page.verdicts[question.question] = {verdict, true};
  page.is_new = true;
}

void Ledger::save() {
  if (store_ == nullptr) return;
  for (auto& [picture, page] : pages_) {
    if (!page.is_new) continue;
    if (page.verdicts.size() > kMostVerdicts) std::erase_if(page.verdicts, [](const auto& entry) { return !entry.second.is_used; });
    WireWriter out;
    out.number(page.verdicts.size());
    for (const auto& [question, entry] : page.verdicts) {
      out.number(question.high);
      out.number(question.low);
      out.number(entry.verdict ? 0 : 1);
      if (!entry.verdict) out.error(entry.verdict.error());
    }
    store_->keep(key_of(picture), out.take());
    page.is_new = false;
  }
}

}  // namespace nbpublish
