#include "document/resolve.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/overloaded.h"
#include "document/addresses.h"
#include "document/anchors.h"
#include "document/blank.h"
#include "document/caption_list.h"
#include "document/chapter_lookup.h"
#include "document/chapter_mentions.h"
#include "document/href.h"
#include "document/index.h"
#include "document/labels.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// The title of a link that names its target's page: [](#fig:heap "page").
constexpr std::string_view kPageTitle = "page";
// Nearest names are looked for in everything that the book has: not for each of thousands of dead links.
constexpr int kMostHints = 100;

// Resolves the links of one chapter. Every complaint is at the link.
class LinkResolver {
 public:
  LinkResolver(const Document& document, const ChapterLookup& lookup, std::map<std::string, std::string> names, DiagnosticSink& diagnostics)
      : document_(document),
        lookup_(lookup),
        anchors_(anchors_of(document)),
        title_anchors_(title_anchors_of(document)),
        names_(std::move(names)),
        diagnostics_(diagnostics) {}

  // Resolves all links of the list; one that no output may carry is replaced by its text.
  void rewrite(Inlines& list) {
    Inlines out;
    for (Inline& inl : list) {
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) rewrite(content.children);
          },
          inl.content);
      auto* link = std::get_if<Link>(&inl.content);
      if (link && std::holds_alternative<RawTarget>(link->target) && !resolve(*link, inl.span)) {
        Inlines text = std::move(link->children);
        std::move(text.begin(), text.end(), std::back_inserter(out));
      } else {
        out.push_back(std::move(inl));
      }
    }
    list = std::move(out);
  }

  // The same for a figure that is a link as a whole.
  void rewrite(Figure& figure, SourceSpan span) {
    if (figure.link == LinkTarget{}) return;
    Link link{std::move(figure.link), {}, {{span, Text{figure.alt}}}};
    figure.link = resolve(link, span) ? std::move(link.target) : LinkTarget{};
  }

 private:
  // False if the link must become plain text: a forbidden address, a label in another volume, a chapter
  // without a page.
  bool resolve(Link& link, SourceSpan span) {
    if (is_empty(link.children)) link.children.clear();
    const std::string href = clean_href(std::get<RawTarget>(link.target).href);
    const std::string scheme = scheme_of(href);
    if (href.starts_with("//")) link.target = on_web("https:" + href, span);
    else if (scheme == "http" || scheme == "https") {
      if (!has_host(href)) return forbid(href, span);
      link.target = on_web(href, span);
    } else if (scheme == "mailto") link.target = ExternalTarget{href};
    else if (!scheme.empty()) return forbid(href, span);
    else if (href.starts_with('#')) link.target = in_this_chapter(href, span);
    else link.target = by_path(href, span);
    const auto* place = std::get_if<InternalTarget>(&link.target);
    const ChapterAddress* chapter = place ? lookup_.by_key(place->chapter) : nullptr;
    const bool is_here = !chapter || chapter->presence == ChapterPresence::ThisVolume;
    if (place && is_here && link.title == kPageTitle) {
      link.page = link.children.empty() ? PageText::Instead : PageText::Behind;
      link.title.clear();
    }
    const bool is_label = href.starts_with('#');
    if (link.children.empty()) append_name(link, is_here ? nullptr : chapter, span);
    else if (!is_here && is_label) append_far_place(link, *chapter, span);
    if (is_here) return true;
    const bool by_url = !scheme.empty() || href.starts_with("//");
    if (chapter->presence == ChapterPresence::Unpublished) report_unpublished(*chapter, by_url, span);
    const std::string page = is_label ? "" : public_page(*chapter, place->anchor);
    if (page.empty() || (chapter->presence == ChapterPresence::Unpublished && !by_url)) return false;
    link.target = ExternalTarget{page};
    return true;
  }

  // Nothing that a reader could point at.
  static bool is_empty(const Inlines& words) {
    bool holds_picture = false;
    walk_detail::inlines(words, [&](const Inline& inl) { holds_picture = holds_picture || as<InlineImage>(inl) != nullptr; });
    return !holds_picture && is_blank(words);
  }

  // The chapter's page on the book's site; empty if there is none.
  std::string public_page(const ChapterAddress& chapter, const std::string& anchor) const {
    const std::string& site = lookup_.book().site;
    if (site.empty()) return {};
    return encode_url(site + chapter.public_path + (anchor.empty() ? "" : "#" + anchor));
  }

  void report_unpublished(const ChapterAddress& chapter, bool by_url, SourceSpan span) {
    const bool planned = chapter.file.empty();
    diagnostics_.report(DiagCode::OutsideReference, document_.file, span,
                        fmt::format("'{}' is {}", planned ? chapter.public_path : chapter.file,
                                    planned ? "planned and has no text yet" : "a draft and not in this build"),
                        fmt::format("{}{}", by_url ? "it stays a link to the site" : "the link became plain text",
                                    planned ? "" : "; publish the chapter, or build with --early-access"));
  }

  static bool has_host(std::string_view href) {
    const std::size_t slashes = href.find("://");
    return slashes != std::string_view::npos && slashes + 3 < href.size() &&
           std::string_view("/?# ").find(href[slashes + 3]) == std::string_view::npos;
  }

  bool forbid(const std::string& href, SourceSpan span) {
    diagnostics_.report(DiagCode::LinkTarget, document_.file, span, fmt::format("'{}' is no address a book can link to", href),
                        "use http, https, mailto, a chapter's path or #anchor; the link became plain text");
    return false;
  }

  LinkTarget on_web(const std::string& href, SourceSpan span) {
    const auto path = lookup_.path_on_site(href);
    if (!path) return ExternalTarget{href};
    if (const ChapterAddress* chapter = lookup_.by_public_path(*path)) return in_chapter(*chapter, split_href(href).fragment, span);
    if (looks_like_chapter(*path))
      diagnostics_.report(DiagCode::OutsideReference, document_.file, span, fmt::format("'{}' is no chapter of this book", *path),
                          "it stays a link to the site");
    return ExternalTarget{href};
  }

  // "/topic/chapter", not "/get" and not "/img/logo.png".
  static bool looks_like_chapter(std::string_view path) {
    const std::size_t slash = path.find('/', 1);
    return slash != std::string_view::npos && slash + 1 < path.size() && path.find('/', slash + 1) == std::string_view::npos &&
           path.find('.') == std::string_view::npos;
  }

  LinkTarget in_this_chapter(const std::string& href, SourceSpan span) {
    const std::string_view fragment = split_href(href).fragment;
    if (fragment.empty()) return InternalTarget{document_.chapter, ""};
    const std::string label = percent_decode(fragment);
    if (const auto labelled = anchors_.contains(label) ? std::nullopt : lookup_.by_label(label)) return *labelled;
    const auto anchor = anchor_for(fragment, anchors_, title_anchors_, "this chapter", span);
    return anchor ? LinkTarget(InternalTarget{document_.chapter, *anchor}) : RawTarget{href};
  }

  LinkTarget by_path(const std::string& href, SourceSpan span) {
    const SplitHref parts = split_href(href);
    const std::string relative = percent_decode(parts.path);
    const auto path = join_path(folder_of(document_.file), relative);
    const ChapterAddress* chapter = path ? lookup_.by_path(*path) : nullptr;
    if (!chapter && relative.starts_with('/')) chapter = lookup_.by_public_path(relative);
    if (chapter) return in_chapter(*chapter, parts.fragment, span);
    if (const ChapterAddress* first = path && !relative.empty() ? lookup_.by_topic(*path) : nullptr;
        first && first->presence == ChapterPresence::ThisVolume)
      return InternalTarget{topic_place(first->topic_number), ""};
    missing_file(relative, path.value_or(relative), span);
    return RawTarget{href};
  }

  // An anchor that is not there leads to the chapter's beginning, with a complaint.
  LinkTarget in_chapter(const ChapterAddress& chapter, std::string_view fragment, SourceSpan span) {
    if (fragment.empty()) return InternalTarget{chapter.key, ""};
    if (!chapter.is_read) return InternalTarget{chapter.key, percent_decode(fragment)};
    const bool is_own = chapter.key == document_.chapter;
    const auto anchor = anchor_for(fragment, is_own ? anchors_ : chapter.anchors, is_own ? title_anchors_ : chapter.title_anchors,
                                   "'" + chapter.file + "'", span);
    return InternalTarget{chapter.key, anchor.value_or("")};
  }

  // The anchor that is meant, empty if it is the title's. A renamed heading is a warning, a missing one an error.
  std::optional<std::string> anchor_for(std::string_view wanted, const std::set<std::string>& anchors,
                                        const std::vector<std::string>& of_title, const std::string& where, SourceSpan span) {
    const auto place = [&](const std::string& name) { return anchors.contains(name) ? name : std::string(); };
    for (const std::string& name : names_of_fragment(wanted))
      if (anchors.contains(name) || std::ranges::find(of_title, name) != of_title.end()) return place(name);
    std::set<std::string> all = anchors;
    all.insert(of_title.begin(), of_title.end());
    if (const std::string exact = find_anchor(all, wanted); !exact.empty()) return place(exact);
    const std::string message = is_book_wide(wanted) && &anchors == &anchors_ ? fmt::format("no label '{}' in the book", wanted)
                                                                              : fmt::format("no anchor '#{}' in {}", wanted, where);
    if (const std::string renamed = find_renamed_anchor(all, wanted); !renamed.empty()) {
      diagnostics_.add({DiagCode::UnresolvedReference, Severity::Warning, document_.file, span, message,
                        fmt::format("the link leads to '#{}'; write that", renamed)});
      return place(renamed);
    }
    std::string near;
    if (hints_left_-- > 0) {
      std::vector<std::string> known(all.begin(), all.end());
      if (&anchors == &anchors_) std::ranges::copy(lookup_.labels(), std::back_inserter(known));
      near = nearest_name(percent_decode(wanted), known);
    }
    diagnostics_.report(DiagCode::UnresolvedReference, document_.file, span, message,
                        near.empty() ? "" : fmt::format("did you mean '#{}'?", near));
    return std::nullopt;
  }

  void missing_file(const std::string& wanted, const std::string& path, SourceSpan span) {
    const std::string near = hints_left_-- > 0 ? nearest_chapter(path) : "";
    diagnostics_.report(DiagCode::UnresolvedReference, document_.file, span, fmt::format("'{}' is no chapter of this book", wanted),
                        near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  }

  std::string nearest_chapter(const std::string& path) const {
    // A long path to the folder must not make names alike that are not.
    const std::string_view folder = folder_of(path);
    const auto name_in = [](std::string_view file, std::string_view in) {
      return std::string(file.substr(in.empty() ? 0 : in.size() + 1));
    };
    std::vector<std::string> files, neighbours;
    for (const ChapterAddress& chapter : lookup_.book().chapters) {
      if (chapter.file.empty()) continue;
      if (folder_of(chapter.file) == folder) neighbours.push_back(name_in(chapter.file, folder));
      else files.push_back(chapter.file);
    }
    std::string near = nearest_name(name_in(path, folder), neighbours);
    if (near.empty()) return nearest_name(path, files);
    return folder.empty() ? near : std::string(folder) + "/" + near;
  }

  // The text of a link that has none; what stands in another volume says so.
  void append_name(Link& link, const ChapterAddress* outside, SourceSpan span) const {
    std::string name =
        std::visit(overloaded{[](const RawTarget& raw) { return raw.href; }, [](const ExternalTarget& external) { return external.url; },
                              [&](const InternalTarget& place) { return name_of(place); }},
                   link.target);
    const bool says_volume = outside && !outside->volume.empty();
    link.children.push_back({span, Text{says_volume ? name + " (" : std::move(name)}});
    if (says_volume) append_volume(link, *outside, span);
  }

  // "(Figure 31.2 in Volume IV, Production)" behind the words that cannot lead there.
  void append_far_place(Link& link, const ChapterAddress& outside, SourceSpan span) const {
    link.children.push_back({span, Text{" (" + name_of(std::get<InternalTarget>(link.target)) + " in "}});
    append_volume(link, outside, span);
  }

  static void append_volume(Link& link, const ChapterAddress& outside, SourceSpan span) {
    const bool has_title = !outside.volume_title.empty();
    link.children.push_back({span, Text{outside.volume + (has_title ? ", " : "")}});
    if (has_title) link.children.push_back({span, Emphasis{{{span, Text{outside.volume_title}}}}});
    link.children.push_back({span, Text{")"}});
  }

  std::string name_of(const InternalTarget& target) const {
    const ChapterAddress* chapter = lookup_.by_key(target.chapter);
    if (const std::string topic = topic_place(""); !chapter && target.chapter.starts_with(topic))
      return "Chapter\u00A0" + target.chapter.substr(topic.size());
    const bool is_own = target.chapter == document_.chapter;
    const auto& names = !chapter || (is_own && !target.anchor.empty()) ? names_ : chapter->names;
    if (const auto found = names.find(target.anchor); found != names.end()) return found->second;
    return chapter && !chapter->number.empty() ? "Chapter\u00A0" + chapter->number : target.chapter;
  }

  const Document& document_;
  const ChapterLookup& lookup_;
  int hints_left_ = kMostHints;
  std::set<std::string> anchors_;
  std::vector<std::string> title_anchors_;
  std::map<std::string, std::string> names_;  // names_of() the document
  DiagnosticSink& diagnostics_;
};

}  // namespace

Document resolve_document(Document document, const ChapterLookup& lookup, CaptionCounters& counters, DiagnosticSink& diagnostics) {
  assign_index_anchors(document);
  const ChapterAddress* own = lookup.by_key(document.chapter);
  number_captions(document, own ? own->topic_number : "", counters);
  assign_caption_anchors(document);
  LinkResolver resolver(document, lookup, names_of(document), diagnostics);
  edit_each_block(document, [&](Block& block) {
    inline_lists_of(block, [&](Inlines& list) { resolver.rewrite(list); });
    if (auto* figure = std::get_if<Figure>(&block.content)) resolver.rewrite(*figure, block.span);
  });
  link_chapter_mentions(document, lookup);
  return document;
}

}  // namespace nbpublish
