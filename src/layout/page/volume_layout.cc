#include "layout/page/volume_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <string_view>

#include "layout/page/contents_entries.h"
#include "layout/page/conventions.h"
#include "layout/page/finish_volume.h"
#include "layout/page/index_pages.h"
#include "layout/page/missing_glyphs.h"
#include "layout/page/opener_map.h"
#include "layout/page/printed_targets.h"
#include "layout/page/texts_in_order.h"
#include "layout/page/title_pages.h"
#include "layout/page/topic_page.h"
#include "layout/page/workers.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

// Page numbers that appear on pages settle within so many rounds, or are reported.
constexpr int kMostRounds = 5;

// A text with what it saw of the others.
struct TextJob {
  VolumeText text;
  std::set<std::string> printed_targets;  // destinations whose pages it prints
  std::map<std::string, std::string> seen;
  TextSides sides;           // that it was laid out for
  bool stands_recto = true;  // the side it came to stand on
  std::size_t part = 0;      // its place among the parts
  ChapterMade made;

  bool is_at(MatterPlace place) const { return text.place == place; }
};

// What is wrong with pages that repeat what stands elsewhere: a character that no font has is told where it was written.
void add_untold(DiagnosticSink&& sheets, DiagnosticSink& texts) {
  std::set<std::string> missing;
  const auto character_of = [](const Diagnostic& d) { return d.message.substr(0, d.message.find(';')); };
  for (const Diagnostic& d : texts.all())
    if (d.code == DiagCode::MissingGlyph) missing.insert(character_of(d));
  for (const Diagnostic& d : sheets.all())
    if (d.code != DiagCode::MissingGlyph || !missing.contains(character_of(d))) texts.add(d);
}

VolumePart part_of_sheet(LaidOutChapter laid_out, bool recto, bool is_roman) {
  VolumePart part;
  const std::string title = plain_text(laid_out.heading.title);
  part.laid_out = std::move(laid_out);
  part.furniture = {title, title, ""};
  part.starts_recto = recto;
  part.roman = is_roman;
  return part;
}

// The job lends its pages: see take_texts_back().
VolumePart part_of_text(TextJob& job, bool is_early, bool recto, bool is_roman) {
  const ChapterHeading& heading = job.text.heading;
  VolumePart part;
  const std::string title = heading.short_title.empty() ? plain_text(heading.title) : heading.short_title;
  part.furniture.verso = heading.number.empty() ? title : heading.number + " " + title;
  part.furniture.recto = title;
  if (is_early) part.furniture.suffix = "Early access";
  part.starts_recto = recto;
  part.roman = is_roman;
  part.laid_out = std::move(job.made.laid_out);
  return part;
}

// Rounds of layout, until the page numbers and the sides that the texts were laid out for are those that they come to have.
class VolumeLayout {
 public:
  VolumeLayout(const VolumeInput& input, WorkerPool& workers)
      : input_(input),
        workers_(workers),
        conventions_(conventions_document()),
        texts_(texts_in_order(input.texts, conventions_)),
        chapters_start_recto_(input.texts.book->chapter_start ? *input.texts.book->chapter_start == ChapterStart::Recto
                                                              : input.style->start_recto) {
    for (const VolumeText& text : texts_) {
      jobs_.emplace_back();
      jobs_.back().text = text;
      jobs_.back().printed_targets = printed_targets(*text.document, *input.style);
      documents_.emplace(text.document->chapter, text.document);
    }
    auto job = std::ranges::find_if_not(jobs_, [](const TextJob& j) { return j.is_at(MatterPlace::Front); });
    for (const TopicTexts& topic : input.texts.topics)
      for (std::size_t c = 0; c < topic.chapters.size(); ++c, ++job)
        job->sides.is_followed_recto = chapters_start_recto_ || c + 1 == topic.chapters.size();
  }

  PagedVolume lay_out_volume(DiagnosticSink& diagnostics) {
    for (int round = 1;; ++round) {
      take_texts_back();
      lay_out_changed();
      assemble_parts();
      number_pages(parts_);
      PageNumbers numbers = page_numbers(parts_);
      const bool settled = numbers.labels == numbers_.labels;
      numbers_ = std::move(numbers);
      const bool sides_settled = learn_sides();
      if (settled && (sides_settled || round == kMostRounds) && (renew_openers() || round == kMostRounds)) break;
      if (round == kMostRounds) {
        diagnostics.report(DiagCode::PagesUnsettled, input_.texts.book->manifest, {},
                           fmt::format("page numbers still changed after {} rounds", kMostRounds), "");
        break;
      }
    }
    tell_findings(diagnostics);
    return finish_volume(input_, workers_, std::move(parts_), numbers_, documents_, diagnostics);
  }

 private:
  const VolumeInput& input_;
  WorkerPool& workers_;
  const Document conventions_;
  const std::vector<VolumeText> texts_;
  const bool chapters_start_recto_;
  DocumentsByKey documents_;  // of the texts
  // What a round leaves to the next.
  std::vector<TextJob> jobs_;  // of the texts, in their order
  std::vector<VolumePart> parts_;
  PageNumbers numbers_;
  DiagnosticSink sheet_diagnostics_;  // of the pages that the tool makes, as they stand in this round
  DiagnosticSink index_diagnostics_;

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
                          document == nullptr ? input_.texts.book->manifest : document->file,
                          document == nullptr ? "" : document->chapter};
    return layout(context);
  }
  // A page that the tool makes.
  template <class F>
  LaidOutChapter laid_out_sheet(const F& layout) {
    return with_context(nullptr, numbers_, sheet_diagnostics_, layout);
  }

  // The labels that `job` prints, as they stand now. A target in another volume has no page here.
  std::map<std::string, std::string> view_of(const TextJob& job) const {
    std::map<std::string, std::string> view;
    for (const std::string& name : job.printed_targets) {
      const bool here = documents_.contains(name.substr(0, name.find('#')));
      view.emplace(name, here ? numbers_.label_of(name) : "");
    }
    return view;
  }

  // What a round has added to the pages is taken from them or written over by the next.
  void take_texts_back() {
    for (TextJob& job : jobs_) {
      if (parts_.empty()) return;
      job.made.laid_out = std::move(parts_[job.part].laid_out);
      drop_blank_tail(job.made.laid_out);
    }
  }

  // Only texts whose seen page numbers changed (in the first round: all) are laid out.
  void lay_out_changed() {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (jobs_[i].made.laid_out.part.pages.empty() || jobs_[i].sides.starts_recto != jobs_[i].stands_recto ||
          jobs_[i].seen != view_of(jobs_[i]))
        changed.push_back(i);
    std::atomic<std::size_t> done = 0;
    parallel_for(input_.jobs, changed.size(), [&](std::size_t c) {
      TextJob& job = jobs_[changed[c]];
      job.seen = view_of(job);
      job.sides.starts_recto = job.stands_recto;
      job.made = laid_out_or_kept({*job.text.document, job.text.heading, job.sides, job.seen});
      if (input_.progress) input_.progress(++done, changed.size());
    });
  }

  ChapterMade laid_out_or_kept(const ChapterOrder& order) const {
    const auto lay_out = [&] {
      ChapterMade made;
      made.laid_out = with_context(&order.document, PageNumbers{order.seen}, made.diagnostics, [&](LayoutContext& context) {
        return layout_chapter(context, order.document, order.heading, order.sides);
      });
      return made;
    };
    return input_.kept == nullptr ? lay_out() : input_.kept->find_or_make(order, lay_out);
  }

  // The numbers of the openers' maps, as they have settled. An opener that takes other room with them makes its text a changed one.
  bool renew_openers() {
    bool all_fit = true;
    for (TextJob& job : jobs_) {
      const ChapterHeading& heading = job.text.heading;
      if (heading.sections.empty() && heading.needs.empty()) continue;
      DiagnosticSink told_before;
      bool fits = false;
      with_context(job.text.document, numbers_, told_before, [&](LayoutContext& context) {
        fits = renew_opener(context, parts_[job.part].laid_out);
        return LaidOutChapter{};
      });
      if (!fits) add_mapped_destinations(heading, *input_.style, job.printed_targets);
      all_fit = all_fit && fits;
    }
    return all_fit;
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
      settled = settled && job.stands_recto == job.sides.starts_recto;
    }
    return settled;
  }

  // Everything in its order.
  void assemble_parts() {
    parts_.clear();
    sheet_diagnostics_ = {};
    add_opening_sheets();
    std::size_t job = 0;
    for (; job < jobs_.size() && jobs_[job].is_at(MatterPlace::Front); ++job)
      add_text(jobs_[job], job == 0 || jobs_[job].made.laid_out.part.pages.size() > 1, true);
    bool first_topic = true;
    for (const TopicTexts& topic : input_.texts.topics) {
      if (topic.chapters.empty()) continue;
      VolumePart part;
      part.laid_out = laid_out_sheet([&](LayoutContext& context) { return layout_topic_page(context, topic); });
      part.starts_recto = true;
      part.restarts = std::exchange(first_topic, false);
      parts_.push_back(std::move(part));
      for (std::size_t c = 0; c < topic.chapters.size(); ++c) add_text(jobs_[job++], chapters_start_recto_, false);
    }
    for (; job < jobs_.size() && jobs_[job].is_at(MatterPlace::Back); ++job) add_text(jobs_[job], true, false);
    index_diagnostics_ = {};
    for (const VolumeIndex& index : input_.texts.indexes()) parts_.push_back(part_of_sheet(laid_out_index(index), true, false));
    for (; job < jobs_.size(); ++job) add_text(jobs_[job], true, false);
  }

  void add_opening_sheets() {
    parts_.push_back(
        part_of_sheet(laid_out_sheet([&](LayoutContext& context) { return layout_title_pages(context, input_.texts); }), false, true));
    // It begins where the title pages end: on a verso it faces its second page.
    if (input_.texts.topics.size() > 1) add_contents("glance", "Contents at a Glance", glance_entries(input_.texts.topics), false);
    add_contents("contents", "Contents", full_entries(input_.texts, texts_), true);
    for (const CaptionList list : input_.texts.book->lists)
      if (const auto entries = caption_entries_of(texts_, list, input_.texts.book->shortest_list); !entries.empty()) {
        const std::string heading(heading_of(list));
        add_contents("list-of-" + heading, heading, entries, false);
      }
  }

  void add_contents(const std::string& key, const std::string& heading, const std::vector<ContentsEntry>& entries, bool recto) {
    parts_.push_back(part_of_sheet(laid_out_sheet([&](LayoutContext& context) { return layout_contents(context, key, heading, entries); }),
                                   recto, true));
    parts_.back().furniture.sections_on_versos = true;
  }

  // Its pages may change in every round, and so may what is wrong with them.
  LaidOutChapter laid_out_index(const VolumeIndex& index) {
    return with_context(nullptr, numbers_, index_diagnostics_, [&](LayoutContext& context) {
      context.chapter = index.key;
      return layout_index(context, index, input_.elsewhere);
    });
  }

  void add_text(TextJob& job, bool recto, bool is_roman) {
    job.part = parts_.size();
    parts_.push_back(part_of_text(job, input_.texts.early_access, recto, is_roman));
  }

  void tell_findings(DiagnosticSink& diagnostics) {
    for (TextJob& job : jobs_) tell_missing_glyphs_once(job.made.diagnostics);
    tell_missing_glyphs_once(sheet_diagnostics_);
    for (TextJob& job : jobs_) diagnostics.merge(std::move(job.made.diagnostics));
    add_untold(std::move(sheet_diagnostics_), diagnostics);
    diagnostics.merge(std::move(index_diagnostics_));
  }
};

}  // namespace

Result<PagedVolume> layout_volume(const VolumeInput& input, DiagnosticSink& diagnostics) {
  WorkerPool workers(*input.fonts, input.texts.book->meta.language);
  NBP_TRY(workers.check());
  return VolumeLayout(input, workers).lay_out_volume(diagnostics);
}

}  // namespace nbpublish
