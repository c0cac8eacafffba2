// A small document to pages: every word of it is on them once and in its block's order, nothing stands outside a page.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "document/walk.h"
#include "fuzz/fuzz.h"
#include "fuzz/random_document.h"
#include "layout/page/chapter_layout.h"
#include "support/block_layout.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;
using testing::BlockLayout;

namespace {

bool is_in(const TagTree& tags, TagId tag, TagRole role) {
  for (; tag != kRootTag; tag = tags.nodes[tag].parent)
    if (tags.nodes[tag].role == role) return true;
  return false;
}

// Layout decides on spaces and divides words.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c > U' ' && c != 0xA0 && c != 0xAD && c != 0x200B) append_utf8(out, c);
  }
  return out;
}

using Texts = std::map<NodeId, std::string>;

// What the pages show for each block; marks of notes, bullets and numbers left out.
Texts shown(const PagedPart& part) {
  Texts texts;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr || item.tag == kArtifact || item.node == 0) continue;
      if (!is_in(part.tags, item.tag, TagRole::Reference) && !is_in(part.tags, item.tag, TagRole::Lbl)) texts[item.node] += bare(run->text);
    }
  return texts;
}

// What the document says for each block that has words of its own. A cell that holds words alone is their block.
Texts written(const Document& document) {
  Texts texts;
  for_each_block(document, [&](const Block& block) {
    if (const auto* paragraph = as<Paragraph>(block)) texts[block.id] += bare(plain_text(paragraph->children));
    if (const auto* heading = as<Heading>(block)) texts[block.id] += bare(plain_text(heading->children));
    if (const auto* code = as<CodeBlock>(block)) texts[block.id] += bare(code->text);
    const auto* table = as<Table>(block);
    if (table == nullptr) return;
    const auto add = [&](const TableRow& row) {
      for (const TableCell& cell : row.cells) texts[cell.id] += bare(plain_text(as<Paragraph>(cell.blocks.front())->children));
    };
    add(table->head);
    for (const TableRow& row : table->rows) add(row);
  });
  return texts;
}

void must_be_whole(const PagedPart& part, const Document& document) {
  const Texts pages = shown(part), texts = written(document);
  // Cells' paragraphs stand in their cells.
  std::string all_pages, all_texts;
  for (const auto& [node, text] : pages) {
    const auto it = texts.find(node);
    if (it == texts.end()) continue;  // an alert's label
    if (it->second != text) std::fprintf(stderr, "written: %s\nshown:   %s\n", it->second.c_str(), text.c_str());
    must(it->second == text, "a block's words are shown once and in order");
    all_pages += text;
  }
  for_each_block(document, [&](const Block& block) {
    if (as<Paragraph>(block) == nullptr && as<Heading>(block) == nullptr && as<CodeBlock>(block) == nullptr) return;
    all_texts += bare(texts.at(block.id));
  });
  must(all_pages.size() >= all_texts.size(), "every block is shown");
}

void must_stand_inside(const PagedPart& part, const Style& style, const DiagnosticSink& told) {
  const auto is_told = [&](std::initializer_list<DiagCode> codes) {
    return std::ranges::any_of(told.all(), [&](const Diagnostic& d) { return std::ranges::find(codes, d.code) != codes.end(); });
  };
  const bool may_be_high = is_told({DiagCode::OverfullPage});
  const bool may_be_wide = is_told({DiagCode::OverfullLine, DiagCode::TableTooWide, DiagCode::ListingTooWide});
  const Length left = Length{} - style.inner_margin(1), right = left + style.trim_width;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && item.tag != kArtifact) {
        const Length x = run->origin.x, y = run->origin.y;
        const bool is_high = y >= Length{} && y <= style.trim_height;
        const bool is_wide = run->turn != Turn::None || (x >= left && x + run->width <= right);
        if (!is_high || !is_wide) std::fprintf(stderr, "%s at %.1f, %.1f\n", run->text.c_str(), x.points(), y.points());
        must(may_be_high || is_high, "text stands between head and foot");
        must(may_be_wide || is_wide, "text stands between the edges");
      }
}

std::string pages_of(const Document& document, bool checks) {
  BlockLayout layout;
  const LaidOutChapter chapter = layout_chapter(layout.context, document, {"9.1", "", document.title, {}});
  must(!chapter.part.pages.empty() && chapter.facts.size() == chapter.part.pages.size(), "every page has its facts");
  if (checks) {
    must_be_whole(chapter.part, document);
    must_stand_inside(chapter.part, layout.style, layout.sink);
  }
  return dump(chapter.part, layout.context.fonts());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Document document = random_document(data, size);
  must(pages_of(document, true) == pages_of(document, false), "the same document gives the same pages");
  return 0;
}
