#include "document/target_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "document/addresses.h"
#include "document/anchors.h"
#include "document/chapter_lookup.h"
#include "document/href.h"

namespace nbpublish {

// What a fragment may mean in a chapter.
struct KnownAnchors {
  const std::set<std::string>& anchors;
  const std::vector<std::string>& of_title;  // of the chapter as a whole
  std::string chapter;                       // as messages call it
  bool is_own = false;                       // so that labels of the whole book are meant, too

  std::set<std::string> all() const {
    std::set<std::string> all = anchors;
    all.insert(of_title.begin(), of_title.end());
    return all;
  }
};

namespace {

// Nearest names are looked for in everything that the book has: not for each of thousands of dead links.
constexpr int kMostHints = 100;

bool has_host(std::string_view href) {
  const std::size_t slashes = href.find("://");
  return slashes != std::string_view::npos && slashes + 3 < href.size() &&
         std::string_view("/?# ").find(href[slashes + 3]) == std::string_view::npos;
}

// "/topic/chapter", not "/get" and not "/img/logo.png".
bool looks_like_chapter(std::string_view path) {
  const std::size_t slash = path.find('/', 1);
  return slash != std::string_view::npos && slash + 1 < path.size() && path.find('/', slash + 1) == std::string_view::npos &&
         path.find('.') == std::string_view::npos;
}

struct AnchorMatch {
  std::string name;
  bool is_renamed = false;  // the heading was called otherwise when the link was written
};

std::optional<AnchorMatch> match_anchor(std::string_view wanted, const KnownAnchors& known) {
  for (const std::string& name : names_of_fragment(wanted))
    if (known.anchors.contains(name) || std::ranges::find(known.of_title, name) != known.of_title.end()) return AnchorMatch{name};
  const std::set<std::string> all = known.all();
  if (std::string name = find_anchor(all, wanted); !name.empty()) return AnchorMatch{std::move(name)};
  if (std::string name = find_renamed_anchor(all, wanted); !name.empty()) return AnchorMatch{std::move(name), true};
  return std::nullopt;
}

std::string nearest_anchor(std::string_view wanted, const KnownAnchors& known, const ChapterLookup& lookup) {
  const std::set<std::string> all = known.all();
  std::vector<std::string> names(all.begin(), all.end());
  if (known.is_own) std::ranges::copy(lookup.labels(), std::back_inserter(names));
  return nearest_name(percent_decode(wanted), names);
}

// A long path to the folder must not make names alike that are not: its own chapters come first, and by their names alone.
std::string nearest_chapter(const std::string& path, const BookAddresses& book) {
  const std::string_view folder = folder_of(path);
  const auto name_in = [](std::string_view file, std::string_view in) { return std::string(file.substr(in.empty() ? 0 : in.size() + 1)); };
  std::vector<std::string> files, neighbours;
  for (const ChapterAddress& chapter : book.chapters) {
    if (chapter.file.empty()) continue;
    if (folder_of(chapter.file) == folder) neighbours.push_back(name_in(chapter.file, folder));
    else files.push_back(chapter.file);
  }
  const std::string near = nearest_name(name_in(path, folder), neighbours);
  if (near.empty()) return nearest_name(path, files);
  return folder.empty() ? near : std::string(folder) + "/" + near;
}

}  // namespace

TargetFinder::TargetFinder(const Document& document, const ChapterLookup& lookup, DiagnosticSink& diagnostics)
    : document_(document),
      lookup_(lookup),
      anchors_(anchors_of(document)),
      title_anchors_(title_anchors_of(document)),
      diagnostics_(diagnostics),
      hints_left_(kMostHints) {}

std::optional<LinkTarget> TargetFinder::find_target(const std::string& href, SourceSpan span) {
  if (href.starts_with("//")) return on_web("https:" + href, span);
  const std::string scheme = scheme_of(href);
  if (scheme == "http" || scheme == "https") {
    if (!has_host(href)) return forbid(href, span);
    return on_web(href, span);
  }
  if (scheme == "mailto") return ExternalTarget{href};
  if (!scheme.empty()) return forbid(href, span);
  return href.starts_with('#') ? in_this_chapter(href, span) : by_path(href, span);
}

std::nullopt_t TargetFinder::forbid(const std::string& href, SourceSpan span) {
  diagnostics_.report(DiagCode::LinkTarget, document_.file, span, fmt::format("'{}' is no address a book can link to", href),
                      "use http, https, mailto, a chapter's path or #anchor; the link became plain text");
  return std::nullopt;
}

LinkTarget TargetFinder::on_web(const std::string& href, SourceSpan span) {
  const auto path = lookup_.path_on_site(href);
  if (!path) return ExternalTarget{href};
  if (const ChapterAddress* chapter = lookup_.by_public_path(*path)) return in_chapter(*chapter, split_href(href).fragment, span);
  if (looks_like_chapter(*path))
    diagnostics_.report(DiagCode::OutsideReference, document_.file, span, fmt::format("'{}' is no chapter of this book", *path),
                        "it stays a link to the site");
  return ExternalTarget{href};
}

LinkTarget TargetFinder::in_this_chapter(const std::string& href, SourceSpan span) {
  const std::string_view fragment = split_href(href).fragment;
  if (fragment.empty()) return InternalTarget{document_.chapter, ""};
  const std::string label = percent_decode(fragment);
  if (const auto labelled = anchors_.contains(label) ? std::nullopt : lookup_.by_label(label)) return *labelled;
  const auto anchor = anchor_for(fragment, {anchors_, title_anchors_, "this chapter", true}, span);
  return anchor ? LinkTarget(InternalTarget{document_.chapter, *anchor}) : RawTarget{href};
}

LinkTarget TargetFinder::by_path(const std::string& href, SourceSpan span) {
  const SplitHref parts = split_href(href);
  const std::string relative = percent_decode(parts.path);
  const auto path = join_path(folder_of(document_.file), relative);
  const ChapterAddress* chapter = path ? lookup_.by_path(*path) : nullptr;
  if (!chapter && relative.starts_with('/')) chapter = lookup_.by_public_path(relative);
  if (chapter) return in_chapter(*chapter, parts.fragment, span);
  if (const ChapterAddress* first = path && !relative.empty() ? lookup_.by_topic(*path) : nullptr;
      first && first->presence == ChapterPresence::ThisVolume)
    return InternalTarget{topic_place(first->topic_number), ""};
  report_missing_file(relative, path.value_or(relative), span);
  return RawTarget{href};
}

// An anchor that is not there leads to the chapter's beginning, with a complaint.
LinkTarget TargetFinder::in_chapter(const ChapterAddress& chapter, std::string_view fragment, SourceSpan span) {
  if (fragment.empty()) return InternalTarget{chapter.key, ""};
  if (!chapter.is_read) return InternalTarget{chapter.key, percent_decode(fragment)};
  const bool is_own = chapter.key == document_.chapter;
  const KnownAnchors known{is_own ? anchors_ : chapter.anchors, is_own ? title_anchors_ : chapter.title_anchors, "'" + chapter.file + "'",
                           is_own};
  return InternalTarget{chapter.key, anchor_for(fragment, known, span).value_or("")};
}

// The anchor that is meant, empty if it is the title's. A renamed heading is a warning, a missing one an error.
std::optional<std::string> TargetFinder::anchor_for(std::string_view wanted, const KnownAnchors& known, SourceSpan span) {
  const auto match = match_anchor(wanted, known);
  if (!match || match->is_renamed) {
    const std::string message = is_book_wide(wanted) && known.is_own ? fmt::format("no label '{}' in the book", wanted)
                                                                     : fmt::format("no anchor '#{}' in {}", wanted, known.chapter);
    if (match) {
      diagnostics_.add({DiagCode::UnresolvedReference, Severity::Warning, document_.file, span, message,
                        fmt::format("the link leads to '#{}'; write that", match->name)});
    } else {
      const std::string near = may_hint() ? nearest_anchor(wanted, known, lookup_) : "";
      diagnostics_.report(DiagCode::UnresolvedReference, document_.file, span, message,
                          near.empty() ? "" : fmt::format("did you mean '#{}'?", near));
    }
  }
  if (!match) return std::nullopt;
  return known.anchors.contains(match->name) ? match->name : std::string();
}

void TargetFinder::report_missing_file(const std::string& wanted, const std::string& path, SourceSpan span) {
  const std::string near = may_hint() ? nearest_chapter(path, lookup_.book()) : "";
  diagnostics_.report(DiagCode::UnresolvedReference, document_.file, span, fmt::format("'{}' is no chapter of this book", wanted),
                      near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

}  // namespace nbpublish
