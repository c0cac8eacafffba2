#include "layout/page/volume_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "document/blank.h"
#include "document/walk.h"
#include "layout/inline/paragraph_text.h"
#include "layout/page/contents.h"
#include "layout/page/conventions.h"
#include "layout/page/index_pages.h"
#include "layout/page/missing_glyphs.h"
#include "layout/page/numbering.h"
#include "layout/page/title_pages.h"
#include "layout/page/topic_page.h"
#include "layout/page/workers.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

// Page numbers that appear on pages settle within so many rounds, or are reported.
constexpr int kMostRounds = 5;

// A chapter, preface or other text with what it saw of the others.
struct TextJob {
  const Document* document = nullptr;
  ChapterHeading heading;
  std::optional<MatterPlace> place;       // none: a chapter
  std::set<std::string> printed_targets;  // destinations whose pages it prints
  std::map<std::string, std::string> seen;
  bool starts_recto = true;  // the side it was laid out for
  bool stands_recto = true;  // the side it came to stand on
  std::size_t part = 0;      // its place among the parts
  DiagnosticSink diagnostics;
  LaidOutChapter laid_out;
};

std::set<std::string> printed_targets(const Document& document, const Style& style) {
  std::set<std::string> names;
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    const auto* link = as<Link>(inl);
    if (link != nullptr && prints_page(*link, document.chapter, style))
      names.insert(destination_name(std::get<InternalTarget>(link->target)));
  });
  return names;
}

// What is wrong with pages that repeat what stands elsewhere: a character that no font has is told where it was written.
void add_untold(DiagnosticSink&& sheets, DiagnosticSink& texts) {
  std::set<std::string> missing;
  const auto character_of = [](const Diagnostic& d) { return d.message.substr(0, d.message.find(';')); };
  for (const Diagnostic& d : texts.all())
    if (d.code == DiagCode::MissingGlyph) missing.insert(character_of(d));
  for (const Diagnostic& d : sheets.all())
    if (d.code != DiagCode::MissingGlyph || !missing.contains(character_of(d))) texts.add(d);
}

class VolumeLayout {
 public:
  VolumeLayout(const VolumeInput& input, WorkerPool& workers) : input_(input), workers_(workers), conventions_(conventions_document()) {}

  PagedVolume run(DiagnosticSink& diagnostics) {
    make_jobs();
    for (int round = 1;; ++round) {
      lay_out_changed();
      assemble();
      number_pages(parts_);
      PageNumbers numbers = page_numbers(parts_);
      const bool settled = numbers.labels == numbers_.labels;
      numbers_ = std::move(numbers);
      const bool sides_settled = learn_sides();
      if (settled && (sides_settled || round == kMostRounds)) break;
      if (round == kMostRounds) {
        diagnostics.report(DiagCode::PagesUnsettled, input_.texts.book->manifest, {},
                           fmt::format("page numbers still changed after {} rounds", kMostRounds), "");
        break;
      }
    }
    for (TextJob& job : jobs_) tell_missing_glyphs_once(job.diagnostics);
    tell_missing_glyphs_once(sheet_diagnostics_);
    for (TextJob& job : jobs_) diagnostics.merge(std::move(job.diagnostics));
    add_untold(std::move(sheet_diagnostics_), diagnostics);
    diagnostics.merge(std::move(index_diagnostics_));
    return finish(diagnostics);
  }

 private:
  const VolumeInput& input_;
  WorkerPool& workers_;
  const Document conventions_;
  std::vector<TextJob> jobs_;                                      // front matter texts, chapters, back matter: in reading order
  std::map<std::string, const Document*, std::less<>> documents_;  // of the jobs, by their keys
  std::vector<VolumePart> parts_;
  PageNumbers numbers_;
  DiagnosticSink index_diagnostics_;
  DiagnosticSink sheet_diagnostics_;  // of the pages that the tool makes, as they stand in this round

  const Book& book() const { return *input_.texts.book; }
  bool chapters_start_recto() const {
    return book().chapter_start ? *book().chapter_start == ChapterStart::Recto : input_.style->start_recto;
  }

  // Lays out with a fresh tree in a worker's context.
  template <class F>
  LaidOutChapter with_context(const Document* document, const PageNumbers& pages, DiagnosticSink& diagnostics, const F& layout) const {
    const WorkerPool::Lease worker = workers_.lease();
    TagTree tags;
    LayoutContext context{*input_.style,
                          worker->shaper,
                          worker->hyphenator,
                          worker->words,
                          pages,
                          *input_.pictures,
                          tags,
                          diagnostics,
                          document == nullptr ? book().manifest : document->file,
                          document == nullptr ? "" : document->chapter};
    return layout(context);
  }

  void add_job(const Document& document, std::optional<MatterPlace> place, ChapterHeading heading) {
    TextJob job;
    job.document = &document;
    job.heading = std::move(heading);
    job.place = place;
    job.printed_targets = printed_targets(document, *input_.style);
    jobs_.push_back(std::move(job));
    documents_.emplace(document.chapter, &document);
  }
  void add_text_of(const Document& document, std::optional<MatterPlace> place, const std::string& number) {
    add_job(document, place, {number, plain_text(document.short_title), document.title, document.standfirst});
  }
  void add_matter_of(const auto& is_wanted) {
    for (const auto& [id, document] : input_.texts.matter)
      if (is_wanted(id)) add_text_of(*document, place_of(id), "");
  }

  void make_jobs() {
    const auto is_preface = [](MatterId id) { return id.role == MatterRole::Preface; };
    add_matter_of(is_preface);
    add_job(conventions_, MatterPlace::Front, {"", "", conventions_.title, {}});
    add_matter_of([&](MatterId id) { return place_of(id) == MatterPlace::Front && !is_preface(id); });
    for (const TopicTexts& topic : input_.texts.topics)
      for (const ChapterText& c : topic.chapters) add_text_of(*c.document, std::nullopt, printed_number(*topic.topic, *c.chapter));
    add_matter_of([](MatterId id) { return place_of(id) > MatterPlace::Front; });
  }

  // The labels that `job` prints, as they stand now. A target in another volume has no page here.
  std::map<std::string, std::string> view_of(const TextJob& job) const {
    std::map<std::string, std::string> view;
    for (const std::string& name : job.printed_targets) {
      const bool here = document_of(std::string_view(name).substr(0, name.find('#'))) != nullptr;
      view.emplace(name, here ? numbers_.label_of(name) : "");
    }
    return view;
  }

  // Only texts whose seen page numbers changed (in the first round: all) are laid out.
  void lay_out_changed() {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (jobs_[i].laid_out.part.pages.empty() || jobs_[i].starts_recto != jobs_[i].stands_recto || jobs_[i].seen != view_of(jobs_[i]))
        changed.push_back(i);
    std::atomic<std::size_t> done = 0;
    parallel_for(input_.jobs, changed.size(), [&](std::size_t c) {
      TextJob& job = jobs_[changed[c]];
      job.seen = view_of(job);
      job.starts_recto = job.stands_recto;
      job.diagnostics = {};
      job.laid_out = with_context(job.document, PageNumbers{job.seen}, job.diagnostics, [&](LayoutContext& context) {
        return layout_chapter(context, *job.document, job.heading, job.starts_recto);
      });
      if (input_.progress) input_.progress(++done, changed.size());
    });
  }

  // Chapters that start on the next page stand where the ones before them end. False if one was laid out for the other side.
  bool learn_sides() {
    std::vector<bool> recto;
    int page = 0;
    for (const VolumePart& part : parts_) {
      if (part.restarts) page = 0;
      recto.push_back(page % 2 == 0);
      page += static_cast<int>(part.laid_out.part.pages.size());
    }
    bool settled = true;
    for (TextJob& job : jobs_) {
      job.stands_recto = recto[job.part];
      settled = settled && job.stands_recto == job.starts_recto;
    }
    return settled;
  }

  // Everything in its order. Texts are copied: a later round numbers them anew.
  void assemble() {
    parts_.clear();
    sheet_diagnostics_ = {};
    std::size_t job = 0;
    add_sheet(layout_title(), false, true);
    if (input_.texts.topics.size() > 1) add_sheet(layout_contents_part("glance", "Contents at a Glance", glance()), true, true);
    add_sheet(layout_contents_part("contents", "Contents", full_contents()), true, true);
    for (const CaptionList list : book().lists)
      if (const auto entries = caption_list(list); !entries.empty()) {
        const std::string heading(heading_of(list));
        add_sheet(layout_contents_part("list-of-" + heading, heading, entries), false, true);
      }
    for (; job < jobs_.size() && jobs_[job].place == MatterPlace::Front; ++job) add_text(jobs_[job], true, true);
    bool first_topic = true;
    for (const TopicTexts& topic : input_.texts.topics) {
      if (topic.chapters.empty()) continue;
      VolumePart part;
      part.laid_out =
          with_context(nullptr, numbers_, sheet_diagnostics_, [&](LayoutContext& context) { return layout_topic_page(context, topic); });
      part.starts_recto = true;
      part.restarts = std::exchange(first_topic, false);
      parts_.push_back(std::move(part));
      for (std::size_t c = 0; c < topic.chapters.size(); ++c) add_text(jobs_[job++], chapters_start_recto(), false);
    }
    for (; job < jobs_.size() && jobs_[job].place == MatterPlace::Back; ++job) add_text(jobs_[job], true, false);
    if (input_.texts.has_index()) add_sheet(layout_index_part(), true, false);
    for (; job < jobs_.size(); ++job) add_text(jobs_[job], true, false);
  }

  LaidOutChapter layout_title() {
    return with_context(nullptr, numbers_, sheet_diagnostics_,
                        [&](LayoutContext& context) { return layout_title_pages(context, input_.texts); });
  }
  // Its pages may change in every round, and so may what is wrong with them.
  LaidOutChapter layout_index_part() {
    index_diagnostics_ = {};
    return with_context(nullptr, numbers_, index_diagnostics_, [&](LayoutContext& context) {
      context.chapter = kIndexKey;
      return layout_index(context, *input_.texts.index);
    });
  }
  LaidOutChapter layout_contents_part(const std::string& key, const std::string& heading, const std::vector<ContentsEntry>& entries) {
    return with_context(nullptr, numbers_, sheet_diagnostics_,
                        [&](LayoutContext& context) { return layout_contents(context, key, heading, entries); });
  }

  std::vector<ContentsEntry> glance() const {
    std::vector<ContentsEntry> entries;
    for (const TopicTexts& t : input_.texts.topics)
      entries.push_back(
          {ContentsEntry::Level::Topic, printed_number(*t.topic), t.topic->title.plain(), t.chapters.empty() ? "" : topic_key(*t.topic)});
    return entries;
  }

  std::vector<ContentsEntry> full_contents() const {
    using Level = ContentsEntry::Level;
    std::vector<ContentsEntry> entries;
    const auto add_plain = [&](const TextJob& job) {
      if (!is_blank(job.heading.title))
        entries.push_back(
            {Level::Chapter, "", plain_text(job.heading.title), job.document->chapter, job.document->file, job.document->front.title_span});
    };
    std::size_t job = 0;
    for (; job < jobs_.size() && jobs_[job].place == MatterPlace::Front; ++job) add_plain(jobs_[job]);
    for (const TopicTexts& t : input_.texts.topics) {
      entries.push_back({Level::Topic, printed_number(*t.topic), t.topic->title.plain(), t.chapters.empty() ? "" : topic_key(*t.topic)});
      for (std::size_t c = 0; c < t.chapters.size(); ++c, ++job) {
        const Document& text = *jobs_[job].document;
        entries.push_back({Level::Chapter, jobs_[job].heading.number, plain_text(jobs_[job].heading.title), text.chapter, text.file,
                           text.front.title_span});
        for (const Block& block : text.blocks)
          if (const auto* h = as<Heading>(block); h != nullptr && h->level == 2)
            entries.push_back({Level::Section, "", plain_text(h->children), text.chapter + "#" + h->anchor, text.file, block.span});
      }
    }
    for (; job < jobs_.size() && jobs_[job].place == MatterPlace::Back; ++job) add_plain(jobs_[job]);
    if (input_.texts.has_index()) entries.push_back({Level::Chapter, "", "Index", std::string(kIndexKey)});
    for (; job < jobs_.size(); ++job) add_plain(jobs_[job]);
    return entries;
  }

  std::vector<ContentsEntry> caption_list(CaptionList list) const {
    std::vector<const Document*> documents;
    for (const TextJob& job : jobs_) documents.push_back(job.document);
    std::vector<ContentsEntry> entries;
    for (CaptionEntry& entry : caption_entries(documents, list))
      entries.push_back({ContentsEntry::Level::Caption, std::move(entry.number), std::move(entry.text), destination_name(entry.target)});
    return entries;
  }

  void add_sheet(LaidOutChapter laid_out, bool recto, bool is_roman) {
    VolumePart part;
    const std::string title = plain_text(laid_out.heading.title);
    part.laid_out = std::move(laid_out);
    part.furniture = {title, title, ""};
    part.starts_recto = recto;
    part.roman = is_roman;
    parts_.push_back(std::move(part));
  }

  void add_text(TextJob& job, bool recto, bool is_roman) {
    job.part = parts_.size();
    VolumePart part;
    part.laid_out = job.laid_out;
    const std::string title = job.heading.short_title.empty() ? plain_text(job.heading.title) : job.heading.short_title;
    part.furniture.verso = job.heading.number.empty() ? title : job.heading.number + " " + title;
    part.furniture.recto = title;
    if (input_.texts.early_access) part.furniture.suffix = "Early access";
    part.starts_recto = recto;
    part.roman = is_roman;
    parts_.push_back(std::move(part));
  }

  // Furniture, links that lead somewhere, and every page at its margin.
  PagedVolume finish(DiagnosticSink& diagnostics) {
    PagedVolume volume;
    volume.info = info();
    volume.trim = {input_.style->trim_width, input_.style->trim_height};
    std::size_t count = 0;
    for (const VolumePart& part : parts_) count += part.laid_out.part.pages.size();
    const Length inside = input_.style->inner_margin(count), outside = input_.style->outer_margin(count);
    int number = 0;
    for (VolumePart& part : parts_) {
      if (part.restarts) number = 0;
      const WorkerPool::Lease worker = workers_.lease();
      PagedPart& paged = part.laid_out.part;
      LayoutContext context{
          *input_.style, worker->shaper, worker->hyphenator, worker->words, numbers_, *input_.pictures, paged.tags, diagnostics, "", ""};
      const Document* document = document_of(paged.key);
      if (document != nullptr) context.file = document->file;
      check_running_heads(context, part.laid_out.facts, part.furniture, document);
      for (std::size_t i = 0; i < paged.pages.size(); ++i) {
        Page& page = paged.pages[i];
        const bool recto = page.recto = ++number % 2 == 1;
        add_furniture(context, page, part.laid_out.facts[i], part.furniture, recto);
        drop_dead_links(page);
        const Length left = recto ? inside : outside;
        shift(page, left, {});
        for (FrameItem& item : page.furniture) shift(item, left, {});
      }
      volume.parts.push_back(std::move(paged));
    }
    return volume;
  }

  const Document* document_of(std::string_view key) const {
    const auto found = documents_.find(key);
    return found == documents_.end() ? nullptr : found->second;
  }

  // A target outside this volume has no page here; its words stay.
  void drop_dead_links(Page& page) const {
    std::erase_if(page.links, [&](const LinkArea& link) {
      const auto* target = std::get_if<InternalTarget>(&link.target);
      return target != nullptr && !numbers_.labels.contains(destination_name(*target));
    });
  }

  VolumeInfo info() const {
    const Metadata& meta = book().meta;
    VolumeInfo out;
    const bool several = book().volumes.size() > 1;
    out.title = several ? meta.title.plain() + ": " + input_.texts.volume->title.plain() : meta.title.plain();
    out.subtitle = (several ? input_.texts.volume->subtitle : meta.subtitle).plain();
    for (const std::string& author : meta.authors) out.author += (out.author.empty() ? "" : ", ") + author;
    out.subject = input_.texts.volume->description.empty() ? meta.description : input_.texts.volume->description;
    out.publisher = meta.publisher;
    out.language = meta.language;
    out.rights = meta.rights;
    if (const auto it = input_.texts.volume->identifiers.find("pdf"); it != input_.texts.volume->identifiers.end())
      out.identifier = it->second;
    for (const TopicTexts& t : input_.texts.topics) out.keywords.push_back(t.topic->title.plain());
    return out;
  }
};

}  // namespace

Result<PagedVolume> layout_volume(const VolumeInput& input, DiagnosticSink& diagnostics) {
  WorkerPool workers(*input.fonts, input.texts.book->meta.language);
  NBP_TRY(workers.check());
  return VolumeLayout(input, workers).run(diagnostics);
}

}  // namespace nbpublish
