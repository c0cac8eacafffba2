#include "document/printed_urls.h"

#include <set>

#include "document/ids.h"
#include "document/note_order.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

std::string shortened(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  while (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

// What is to be printed behind an inline; empty if nothing is.
std::string address_of(const Inline& inl) {
  const auto* link = std::get_if<Link>(&inl.content);
  const auto* web = link == nullptr ? nullptr : std::get_if<ExternalTarget>(&link->target);
  if (web == nullptr || !(web->url.starts_with("https://") || web->url.starts_with("http://"))) return "";
  std::string address = shortened(web->url);
  return shortened(plain_text(link->children)) == address ? "" : address;
}

class UrlPrinter {
 public:
  Document print_urls(Document document) {
    for (Note& note : document.notes) blocks(note.blocks, true);
    notes_ = std::move(document.notes);
    blocks(document.blocks, false);
    document.notes = std::move(notes_);
    order_notes(document);
    assign_ids(document);
    return document;
  }

 private:
  std::vector<Note> notes_;
  std::set<std::string> printed_;

  void blocks(Blocks& list, bool in_note) {
    walk_detail::blocks(list, [&](Block& block) {
      if (as<Heading>(block) == nullptr) inline_lists_of(block, [&](Inlines& inlines) { line(inlines, in_note); });
    });
  }

  void line(Inlines& inlines, bool in_note) {
    Inlines out;
    for (Inline& inl : inlines) {
      const std::string address = address_of(inl);
      const SourceSpan span = inl.span;
      if (address.empty()) std::visit([&](auto& content) { inside(content, in_note); }, inl.content);
      out.push_back(std::move(inl));
      if (address.empty()) continue;
      if (in_note) out.push_back({span, Text{" (" + address + ")"}});
      else if (printed_.insert(address).second) out.push_back({span, NoteReference{add_note(address, span)}});
    }
    inlines = std::move(out);
  }

  void inside(auto& content, bool in_note) {
    if constexpr (requires { content.children; }) line(content.children, in_note);
  }

  std::uint32_t add_note(const std::string& address, SourceSpan span) {
    Note note;
    note.span = span;
    Block paragraph;
    paragraph.span = span;
    paragraph.content = Paragraph{{{span, Code{address}}}};
    note.blocks.push_back(std::move(paragraph));
    notes_.push_back(std::move(note));
    return static_cast<std::uint32_t>(notes_.size() - 1);
  }
};

}  // namespace

Document with_printed_urls(Document document) { return UrlPrinter().print_urls(std::move(document)); }

}  // namespace nbpublish
