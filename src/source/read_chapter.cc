#include "source/read_chapter.h"

#include <algorithm>
#include <optional>

#include "document/cell_number.h"
#include "document/ids.h"
#include "document/note_order.h"
#include "document/text_limits.h"
#include "platform/parallel.h"
#include "source/block_builder.h"
#include "source/chapter_limits.h"
#include "source/cmark_tree.h"
#include "source/code_apart.h"
#include "source/footnotes.h"
#include "source/grid_tables.h"
#include "source/hidden_characters.h"
#include "source/link_definitions.h"
#include "source/loose_escapes.h"
#include "source/lost_entities.h"
#include "source/match.h"
#include "source/mathematics.h"
#include "source/mdx.h"
#include "source/odd_fences.h"
#include "source/pandoc.h"
#include "source/pandoc_text.h"
#include "source/pipe_tables.h"
#include "source/prepare.h"
#include "source/reading_time.h"
#include "source/settle_headings.h"
#include "source/settle_listings.h"
#include "source/slices.h"
#include "source/unclosed.h"

namespace nbpublish {
namespace {

// A chapter between the stages.
struct Work {
  const SourceFile* file = nullptr;
  SourceText source;
  SyntaxNode places;  // cmark-gfm's tree
  std::vector<MdxComponent> components;
  bool notes_appended = false;  // a last paragraph that is none of the chapter's: the notes of its captions
  bool refused = false;         // beyond a limit: pandoc does not see it
  ReadResult result;

  DiagnosticSink& diagnostics() { return result.diagnostics; }
};

void refuse(Work& work, const LimitBreach& breach) {
  work.refused = work.result.is_left_out = true;
  work.diagnostics().report(DiagCode::LimitExceeded, work.file->file, breach.span, breach.message,
                            "the chapter is left out, and its volume is not written");
}

// cmark-gfm's tree, or a refusal.
void find_places(Work& work, const ReadOptions& options) {
  const CmarkDocument parsed(work.source.text());
  if (const auto breach = check_shape(parsed.shape(), options)) return refuse(work, *breach);
  work.places = syntax_of(parsed, work.source);
}

// pandoc and cmark-gfm know only the notes that the text refers to, and captions are no text for them.
void append_notes_of_captions(Work& work, const ReadOptions& options) {
  const std::vector<std::string> names = notes_of_captions(work.places, work.components);
  if (names.empty()) return;
  const SourceText before = work.source;
  work.source.append(paragraph_of_notes(names));
  find_places(work, options);
  if (work.refused) return;
  const auto last = std::find_if(work.places.children.rbegin(), work.places.children.rend(),
                                 [](const SyntaxNode& node) { return node.kind != SyntaxKind::NoteDefinition; });
  work.notes_appended = last != work.places.children.rend() && last->kind == SyntaxKind::Paragraph && last->begin >= before.text().size();
  if (work.notes_appended) return;
  work.source = before;  // a fence or comment that nobody closed took it in
  find_places(work, options);
}

// Everything up to the text and the tree of places; no pandoc yet.
void prepare(Work& work, const ReadOptions& options) {
  const SourceFile& file = *work.file;
  Document& document = work.result.document;
  document.file = file.file;
  document.chapter = file.chapter;
  if (const auto breach = check_size(file.text, options)) return refuse(work, *breach);
  PreparedChapter prepared = prepare_chapter(file.text, file.file, work.diagnostics());
  document.front = std::move(prepared.front);
  work.source = std::move(prepared.source);
  // Before MDX, whose expressions have braces as TeX has.
  if (!check_lines(work.source, options) && !check_reading_of_lines(work.source))
    write_out_mathematics(work.source, file.file, options, work.diagnostics());
  if (file.file.ends_with(".mdx")) work.components = take_out_mdx(work.source, file.file, work.diagnostics());
  if (const auto breach = check_lines(work.source, options)) return refuse(work, *breach);
  if (const auto breach = check_reading_of_lines(work.source)) return refuse(work, *breach);
  if (const auto breach = check_definitions(work.source)) return refuse(work, *breach);
  find_places(work, options);
  if (work.refused) return;
  if (show_loose_escapes(work.places, work.source, file.file, work.diagnostics())) find_places(work, options);
  if (work.refused) return;
  append_notes_of_captions(work, options);
  if (work.refused) return;
  if (blank_nested_references(work.places, work.source, file.file, work.diagnostics())) find_places(work, options);
  if (write_out_grid_tables(work.places, work.source, file.file, work.diagnostics())) find_places(work, options);
  if (work.refused) return;
  report_unclosed(work.places, work.source, file.file, work.diagnostics());
  report_lost_entities(work.places, work.source, file.file, work.diagnostics());
  report_odd_tables(work.places, work.source, file.file, work.diagnostics());
  report_odd_fences(work.places, work.source, file.file, work.diagnostics());
  report_unused_notes(work.places, work.source, file.file, work.diagnostics());
  if (const auto breach = check_notes(expanded_note_bytes(work.places))) return refuse(work, *breach);
  if (const auto breach = check_reading_of_texts(work.places, work.source)) refuse(work, *breach);
}

// From pandoc's tree to the Document.
void build(Work& work, PandocChapter& chapter, const ReadOptions& options) {
  Document& document = work.result.document;
  if (!chapter.failure.empty()) {
    work.result.is_left_out = true;
    work.diagnostics().report(DiagCode::LimitExceeded, document.file, {}, chapter.failure,
                              "the chapter is left out, and its volume is not written; look for deep nests or huge tables");
    return;
  }
  for (const SourceSpan& place : match_positions(chapter.tree, work.places).mismatches)
    work.diagnostics().report(DiagCode::PositionMismatch, document.file, place,
                              "exact places in this block were not found; diagnostics give the block");
  const BuildContext context{document.file, work.file->online_url, std::move(work.components), options.figures};
  BlockBuilder builder(context, work.diagnostics());
  std::vector<SyntaxNode>& blocks = chapter.tree.children;
  if (work.notes_appended && !blocks.empty() && blocks.back().kind == SyntaxKind::Paragraph) {
    builder.set_known_notes(blocks.back().children);
    blocks.pop_back();
  }
  document.blocks = builder.blocks(blocks);
  document.notes = builder.take_notes();
  cut_long_texts(document, work.diagnostics());
}

// More say nothing new; a hostile file could make a million.
constexpr std::size_t kMaxDiagnostics = 1000;

// In the order of the file, whichever stage spoke first.
void sort_by_place(DiagnosticSink& diagnostics, std::string_view file) {
  std::vector<Diagnostic> all = diagnostics.all();
  std::ranges::stable_sort(all, {}, &Diagnostic::span);
  diagnostics = {};
  for (std::size_t i = 0; i < std::min(all.size(), kMaxDiagnostics); ++i) diagnostics.add(std::move(all[i]));
  if (all.size() > kMaxDiagnostics)
    diagnostics.report(DiagCode::LimitExceeded, file, {},
                       std::to_string(all.size() - kMaxDiagnostics) + " more complaints about this file are left out");
}

void finish(Work& work) {
  settle_headings(work.result.document, *work.file, work.diagnostics());
  settle_listings(work.result.document);
  show_hidden_characters(work.result.document, work.diagnostics());
  order_notes(work.result.document);
  set_minus_signs(work.result.document);
  assign_ids(work.result.document);
  sort_by_place(work.diagnostics(), work.file->file);
}

// The chapters that pandoc gets, in order: those that no limit refused.
std::vector<Work*> accepted(std::vector<Work>& works) {
  std::vector<Work*> list;
  for (Work& work : works)
    if (!work.refused) list.push_back(&work);
  return list;
}

// pandoc's trees of the chapters.
Result<std::vector<PandocChapter>> parsed_by_pandoc(const std::vector<Work*>& works, const Pandoc& pandoc) {
  std::vector<std::string> texts;
  std::vector<std::vector<CodeApart>> code;
  for (const Work* work : works) {
    code.push_back(code_apart(work->places, work->source));
    texts.push_back(text_for_pandoc(work->places, work->source, code.back()));
  }
  NBP_TRY_ASSIGN(std::vector<PandocChapter> chapters, pandoc.read(texts));
  std::vector<std::size_t> torn;
  texts.clear();
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (!chapters[i].failure.empty() || put_code_back(chapters[i].tree, std::move(code[i]))) continue;
    torn.push_back(i);
    texts.push_back(text_for_pandoc(works[i]->places, works[i]->source, {}));
  }
  NBP_TRY_ASSIGN(std::vector<PandocChapter> whole, pandoc.read(texts));
  for (std::size_t i = 0; i < torn.size(); ++i) chapters[torn[i]] = std::move(whole[i]);
  return chapters;
}

// What one pandoc process reads, from files to documents.
Status read_slice(std::span<const SourceFile> files, const ReadOptions& options, unsigned jobs, const Pandoc& pandoc,
                  const TakeRead& take) {
  std::vector<Work> works(files.size());
  parallel_for(jobs, files.size(), [&](std::size_t i) {
    works[i].file = &files[i];
    prepare(works[i], options);
  });
  const std::vector<Work*> readable = accepted(works);
  NBP_TRY_ASSIGN(std::vector<PandocChapter> chapters, parsed_by_pandoc(readable, pandoc));
  parallel_for(jobs, readable.size(), [&](std::size_t i) { build(*readable[i], chapters[i], options); });
  parallel_for(jobs, works.size(), [&](std::size_t i) {
    finish(works[i]);
    take(i, std::move(works[i].result));
  });
  return {};
}

}  // namespace

Status read_chapters(std::span<const SourceFile> files, const ReadOptions& options, ProcessRunner& processes, const TakeRead& take) {
  std::vector<std::size_t> weights;
  for (const SourceFile& file : files) weights.push_back(weight_for_pandoc(file.text));
  const std::vector<Slice> slices = slices_of(weights, options.jobs);
  if (slices.empty()) return {};
  NBP_TRY_ASSIGN(const Pandoc pandoc, Pandoc::with(processes));
  const unsigned jobs_of_each = std::max(1u, options.jobs / static_cast<unsigned>(slices.size()));
  std::vector<Status> ends(slices.size());
  parallel_for(options.jobs, slices.size(), [&](std::size_t s) {
    const auto [begin, end] = slices[s];
    ends[s] = read_slice(files.subspan(begin, end - begin), options, jobs_of_each, pandoc,
                         [&take, first = begin](std::size_t i, ReadResult result) { take(first + i, std::move(result)); });
  });
  for (Status& end : ends) NBP_TRY(std::move(end));
  return {};
}

Result<std::vector<ReadResult>> read_chapters(const std::vector<SourceFile>& files, const ReadOptions& options, ProcessRunner& processes) {
  std::vector<ReadResult> results(files.size());
  NBP_TRY(read_chapters(files, options, processes, [&](std::size_t i, ReadResult result) { results[i] = std::move(result); }));
  return results;
}

}  // namespace nbpublish
