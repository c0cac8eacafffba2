#include "document/resolve.h"

#include <fmt/format.h>

#include "document/addresses.h"
#include "document/blank.h"
#include "document/caption_list.h"
#include "document/chapter_lookup.h"
#include "document/chapter_mentions.h"
#include "document/href.h"
#include "document/index.h"
#include "document/link_words.h"
#include "document/target_finder.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// The title of a link that names its target's page: [](#fig:heap "page").
constexpr std::string_view kPageTitle = "page";

// Nothing that a reader could point at.
bool shows_nothing(const Inlines& words) {
  bool holds_picture = false;
  walk_detail::inlines(words, [&](const Inline& inl) { holds_picture = holds_picture || as<InlineImage>(inl) != nullptr; });
  return !holds_picture && is_blank(words);
}

bool is_url(const std::string& href) { return href.starts_with("//") || !scheme_of(href).empty(); }
bool is_anchor(const std::string& href) { return href.starts_with('#'); }

// The chapter's page on the book's site; empty if there is none.
std::string public_page(const std::string& site, const ChapterAddress& chapter, const std::string& anchor) {
  if (site.empty()) return {};
  return encode_url(site + chapter.public_path + (anchor.empty() ? "" : "#" + anchor));
}

// Rewrites the links of one chapter. Every complaint is at the link.
class LinkResolver {
 public:
  LinkResolver(const Document& document, const ChapterLookup& lookup, DiagnosticSink& diagnostics)
      : document_(document),
        lookup_(lookup),
        targets_(document, lookup, diagnostics),
        words_(document, lookup),
        diagnostics_(diagnostics) {}

  // Resolves all links of the list; one that no output may carry is replaced by its text.
  void resolve_links(Inlines& list) {
    Inlines out;
    for (Inline& inl : list) {
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) resolve_links(content.children);
          },
          inl.content);
      auto* link = std::get_if<Link>(&inl.content);
      if (link && std::holds_alternative<RawTarget>(link->target) && !resolve_link(*link, inl.span)) {
        Inlines text = std::move(link->children);
        std::move(text.begin(), text.end(), std::back_inserter(out));
      } else {
        out.push_back(std::move(inl));
      }
    }
    list = std::move(out);
  }

  // The same for a figure that is a link as a whole.
  void resolve_figure(Figure& figure, SourceSpan span) {
    if (figure.link == LinkTarget{}) return;
    Link link{std::move(figure.link), {}, {{span, Text{figure.alt}}}};
    figure.link = resolve_link(link, span) ? std::move(link.target) : LinkTarget{};
  }

 private:
  // False if the link must become plain text: a forbidden address, a label in another volume, a chapter
  // without a page.
  bool resolve_link(Link& link, SourceSpan span) {
    if (shows_nothing(link.children)) link.children.clear();
    const std::string href = clean_href(std::get<RawTarget>(link.target).href);
    std::optional<LinkTarget> target = targets_.find_target(href, span);
    if (!target) return false;
    link.target = std::move(*target);
    const auto* place = std::get_if<InternalTarget>(&link.target);
    const ChapterAddress* chapter = place ? lookup_.by_key(place->chapter) : nullptr;
    const ChapterAddress* outside = chapter && chapter->presence != ChapterPresence::ThisVolume ? chapter : nullptr;
    if (place && !outside && link.title == kPageTitle) {
      link.page = link.children.empty() ? PageText::Instead : PageText::Behind;
      link.title.clear();
    }
    if (link.children.empty()) words_.append_name(link, outside, span);
    else if (outside && is_anchor(href)) words_.append_far_place(link, *outside, span);
    return !outside || lead_to_site(link, *outside, href, span);
  }

  // What is in no volume, or in another one, is a link to its page on the book's site; false if it has none that is published.
  bool lead_to_site(Link& link, const ChapterAddress& outside, const std::string& href, SourceSpan span) {
    const bool is_unpublished = outside.presence == ChapterPresence::Unpublished;
    if (is_unpublished) report_unpublished(outside, is_url(href), span);
    if (is_anchor(href) || (is_unpublished && !is_url(href))) return false;
    std::string page = public_page(lookup_.book().site, outside, std::get<InternalTarget>(link.target).anchor);
    if (page.empty()) return false;
    link.target = ExternalTarget{std::move(page)};
    return true;
  }

  void report_unpublished(const ChapterAddress& chapter, bool by_url, SourceSpan span) {
    const bool planned = chapter.file.empty();
    diagnostics_.report(DiagCode::OutsideReference, document_.file, span,
                        fmt::format("'{}' is {}", planned ? chapter.public_path : chapter.file,
                                    planned ? "planned and has no text yet" : "a draft and not in this build"),
                        fmt::format("{}{}", by_url ? "it stays a link to the site" : "the link became plain text",
                                    planned ? "" : "; publish the chapter, or build with --early-access"));
  }

  const Document& document_;
  const ChapterLookup& lookup_;
  TargetFinder targets_;
  const LinkWords words_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

Document resolve_document(Document document, const ChapterLookup& lookup, CaptionCounters& counters, DiagnosticSink& diagnostics) {
  assign_index_anchors(document);
  const ChapterAddress* own = lookup.by_key(document.chapter);
  number_captions(document, own ? own->topic_number : "", counters);
  assign_caption_anchors(document);
  LinkResolver resolver(document, lookup, diagnostics);
  edit_each_block(document, [&](Block& block) {
    inline_lists_of(block, [&](Inlines& list) { resolver.resolve_links(list); });
    if (auto* figure = std::get_if<Figure>(&block.content)) resolver.resolve_figure(*figure, block.span);
  });
  link_chapter_mentions(document, lookup);
  return document;
}

}  // namespace nbpublish
