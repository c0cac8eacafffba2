#include <fmt/format.h>

#include <set>

#include "preflight/epub/epub_checks.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

class LinkCheck {
 public:
  LinkCheck(const EpubBook& book, Findings& findings) : book_(book), findings_(findings) {
    for (const SpineItem& one : book.package.spine)
      if (const ManifestItem* item = book.package.item(one.idref)) in_spine_.insert(item->path());
  }

  void check() {
    for (const auto& [file, content] : book_.contents)
      for (const Reference& one : content.references) check(file, one);
  }

 private:
  void note(EpubRule rule, const std::string& file, const Reference& one, std::string_view why) {
    findings_.add(rule, {file, one.spot}, fmt::format("{}{}{}", in_quotes(one.href), why.empty() ? "" : ": ", why));
  }

  void check(const std::string& file, const Reference& one) {
    const bool is_link = one.kind == Reference::Kind::Link;
    const EpubRule broken = is_link ? EpubRule::Link : EpubRule::Resource;
    using enum EpubTarget::Kind;
    switch (one.target.kind) {
      case Inside:
        return is_link ? check_link(file, one) : check_resource(file, one);
      case Network:
        return is_link ? void() : note(EpubRule::RemoteResource, file, one, "");
      case Leading:
        return note(broken, file, one, "it leads out of the book");
      case File:
        return note(broken, file, one, "it leads to a file of somebody's machine");
      case Script:
        return note(EpubRule::Script, file, one, "");
      case Data:
      case Other:
        return;
    }
  }

  void check_link(const std::string& file, const Reference& one) {
    if (!book_.archive.find(one.target.path)) return note(EpubRule::Link, file, one, "there is no such file");
    const auto content = book_.contents.find(one.target.path);
    if (content == book_.contents.end() || !content->second.is_read) return;
    if (!in_spine_.contains(one.target.path)) return note(EpubRule::Link, file, one, "the file is not in the reading order");
    const std::string& fragment = one.target.fragment;
    if (!fragment.empty() && !fragment.starts_with("epubcfi(") && !content->second.ids.contains(fragment))
      note(EpubRule::Link, file, one, "the file has no such id");
  }

  void check_resource(const std::string& file, const Reference& one) {
    if (!book_.archive.find(one.target.path)) return note(EpubRule::Resource, file, one, "");
    const ManifestItem* item = book_.package.item_of(one.target.path);
    if (item && item->fallback.empty() && !is_core_media_type(item->media_type))
      note(EpubRule::MediaType, file, one, fmt::format("{} has no fallback", in_quotes(item->media_type)));
  }

  const EpubBook& book_;
  Findings& findings_;
  std::set<std::string_view> in_spine_;
};

}  // namespace

void check_links(const EpubBook& book, Findings& findings) { LinkCheck(book, findings).check(); }

}  // namespace nbpublish
