// What must hold of the pages of any book, tried on one that is hard to set.
#include "everything.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

#include "audit/audit.h"
#include "base/utf8.h"
#include "document/walk.h"
#include "support/span_files.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

bool is_in(const TagTree& tags, TagId tag, TagRole role) {
  for (; tag != kRootTag; tag = tags.nodes[tag].parent)
    if (tags.nodes[tag].role == role) return true;
  return false;
}

// Letters and signs alone: layout decides on spaces and divides words; what it adds is taken out.
std::string bare(std::string text) {
  static const std::regex kPage(" ?\\(page(?: |\u00A0)[0-9a-z]+\\)");
  text = std::regex_replace(text, kPage, "");
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool blank = c <= ' ' || c == 0xA0 || c == 0xAD || c == 0x2003 || c == 0x202F || c == 0x200B;
    if (!blank) append_utf8(out, c);
  }
  return out;
}

// An alert's label knows its block by its tag.
NodeId label_node(const TagTree& tags, TagId tag) { return tags.nodes[tag].node; }

// What the pages of a part show for each block, in reading order; marks of notes, bullets and numbers left out.
std::map<NodeId, std::string> shown(const PagedPart& part) {
  std::map<NodeId, std::string> texts;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr || item.tag == kArtifact || is_in(part.tags, item.tag, TagRole::Reference) ||
          is_in(part.tags, item.tag, TagRole::Lbl))
        continue;
      texts[item.node != 0 ? item.node : label_node(part.tags, item.tag)] += run->text;
    }
  return texts;
}

std::string numbered(std::string_view word, const std::string& number, const std::string& caption) {
  return (number.empty() ? "" : std::string(word) + number) + caption;
}

// What a document says for each block.
class Written {
 public:
  std::map<NodeId, std::string> run(const Document& document) {
    add(document.blocks);
    for (const Note& note : document.notes) add(note.blocks);
    return std::move(texts_);
  }

 private:
  std::map<NodeId, std::string> texts_;

  // Pictures in lines show no words.
  static std::string words(const Inlines& inlines) {
    Inlines copy = inlines;
    std::erase_if(copy, [](const Inline& inl) { return as<InlineImage>(inl) != nullptr; });
    return plain_text(copy);
  }

  void add(const Blocks& blocks) {
    for (const Block& block : blocks) {
      if (const auto* paragraph = as<Paragraph>(block)) texts_[block.id] += words(paragraph->children);
      else if (const auto* h = as<Heading>(block)) texts_[block.id] += words(h->children) + (h->level >= 5 ? "." : "");  // run in
      else if (const auto* list = as<List>(block))
        for (const ListItem& item : list->items) add(item.blocks);
      else if (const auto* quote = as<Quote>(block))
        add(quote->blocks), add_text(block, quote->attribution.empty() ? "" : "—" + words(quote->attribution));
      else if (const auto* alert = as<Alert>(block)) add_label(block, alert->kind), add(alert->blocks);
      else if (const auto* details = as<Details>(block)) add_text(block, words(details->summary)), add(details->blocks);
      else if (const auto* figure = as<Figure>(block)) add_text(block, numbered("Figure", figure->number, words(figure->caption)));
      else if (const auto* table = as<Table>(block)) add_table(block, *table);
      else if (const auto* code = as<CodeBlock>(block))
        add_text(block, numbered("Listing", code->number, words(code->caption)) + code->info.title + code->text);
    }
  }
  void add_text(const Block& block, const std::string& text) {
    if (!text.empty()) texts_[block.id] += text;
  }
  void add_label(const Block& block, AlertKind kind) {
    static constexpr std::string_view kLabels[] = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
    add_text(block, std::string(kLabels[static_cast<std::size_t>(kind)]));
  }
  void add_table(const Block& block, const Table& table) {
    add_text(block, numbered("Table", table.number, words(table.caption)));
    add_row(table.head);
    for (const TableRow& row : table.rows) add_row(row);
  }
  void add_row(const TableRow& row) {
    for (const TableCell& cell : row.cells) {
      // Words alone hang on the cell itself.
      const auto* paragraph = cell.blocks.size() == 1 ? as<Paragraph>(cell.blocks.front()) : nullptr;
      if (paragraph != nullptr) texts_[cell.id] += words(paragraph->children);
      else add(cell.blocks);
    }
  }
};

const PagedPart& part_of(const std::string& key) {
  for (const PagedPart& part : everything().volume.parts)
    if (part.key == key) return part;
  throw std::runtime_error("no part " + key);
}

}  // namespace

TEST_CASE("everything: every place of a text and of a complaint says which file it lies in") {
  for (const auto& [key, document] : everything().documents) CHECK(span_files(*document) == std::set<std::string>{document->file});
  for (const Diagnostic& d : everything().sink.all()) CHECK(d.span.file.text() == d.file);
}

TEST_CASE("everything: pages show each block's text once and whole") {
  for (const auto& [key, document] : everything().documents) {
    if (document->front.title.empty()) continue;  // the dedication has a page of its own
    const std::map<NodeId, std::string> pages = shown(part_of(key));
    for (const auto& [node, text] : Written().run(*document)) {
      const auto it = pages.find(node);
      CAPTURE(key, text);
      CHECK(bare(it == pages.end() ? "" : it->second) == bare(text));
    }
  }
}

TEST_CASE("everything: the text of pages runs in the order of the document") {
  for (const auto& [key, document] : everything().documents) {
    if (document->front.title.empty()) continue;
    std::map<NodeId, std::size_t> order;
    std::set<std::size_t> figures;  // may stand elsewhere, in their own order
    // A quotation's own line, its attribution, follows what it holds.
    for_each_block(*document, [&](const Block& block) {
      if (as<Quote>(block) != nullptr) return;
      if (as<Figure>(block) != nullptr) figures.insert(order.size());
      order.emplace(block.id, order.size());
    });
    std::size_t last = 0, last_figure = 0;
    const PagedPart& part = part_of(key);
    for (const Page& page : part.pages) {
      bool is_first = true;
      for (const FrameItem& item : page.items) {
        const auto it = order.find(item.node);
        if (item.tag == kArtifact || it == order.end() || is_in(part.tags, item.tag, TagRole::Note)) continue;
        // The cells of a row that is split go on side by side.
        if (std::exchange(is_first, false) && is_in(part.tags, item.tag, TagRole::TR)) last = 0;
        CAPTURE(key, page.label);
        std::size_t& before = figures.contains(it->second) ? last_figure : last;
        CHECK(it->second >= before);
        before = it->second;
      }
    }
  }
}

TEST_CASE("everything: a figure that would leave its page short stands at the top of the next") {
  const PagedPart& part = part_of("chapters/figures");
  const auto page_of = [&](const char* words) {
    for (std::size_t p = 0; p < part.pages.size(); ++p)
      if (all_text_of(part.pages[p].items).find(words) != std::string::npos) return p;
    FAIL("no page has '" << words << "'");
    return std::size_t{};
  };
  const std::size_t figure = page_of("The tower by night.");
  CHECK(page_of("A figure that moves") < figure);
  CHECK(all_text_of(part.pages[figure].items).find("The tower by night.") <
        all_text_of(part.pages[figure].items).find("has bought a chart"));
  // Behind it in the chapter, and all the same on the page before, or on its own where its place is that page's top.
  CHECK(page_of("The rings are drawn over again") <= figure);
}

TEST_CASE("everything: a note begins on the page of its first mark and goes on without a gap") {
  for (const PagedPart& part : everything().volume.parts) {
    std::map<std::string, std::size_t> marks;            // page of the first mark with this number
    std::map<std::string, std::set<std::size_t>> notes;  // pages of the note's text
    std::map<TagId, std::string> numbers;
    const auto note_of = [&](TagId tag) {
      while (part.tags.nodes[tag].role != TagRole::Note) tag = part.tags.nodes[tag].parent;
      return tag;
    };
    for (std::size_t p = 0; p < part.pages.size(); ++p)
      for (const FrameItem& item : part.pages[p].items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr || item.tag == kArtifact) continue;
        if (is_in(part.tags, item.tag, TagRole::Note)) {
          std::string& number = numbers[note_of(item.tag)];
          if (number.empty()) number = bare(run->text);
          notes[number].insert(p);
        } else if (is_in(part.tags, item.tag, TagRole::Reference) && is_in(part.tags, item.tag, TagRole::Link) &&
                   !is_in(part.tags, item.tag, TagRole::TocItem)) {
          marks.try_emplace(bare(run->text), p);
        }
      }
    CAPTURE(part.key);
    CHECK(marks.size() == notes.size());
    for (const auto& [number, pages] : notes) {
      CAPTURE(number);
      REQUIRE(marks.contains(number));
      CHECK(*pages.begin() == marks[number]);
      CHECK(pages.size() == *pages.rbegin() - *pages.begin() + 1);
    }
  }
}

TEST_CASE("everything: the cells of a table stand inside its rules, each in its column") {
  const Length tolerance = Length::pt(0.1);
  for (const PagedPart& part : everything().volume.parts)
    for (const Page& page : part.pages) {
      std::map<TagId, std::pair<Length, Length>> reach;  // of each table's cells, along their lines
      bool turned = false;
      for (const FrameItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr || item.tag == kArtifact || !is_in(part.tags, item.tag, TagRole::TR)) continue;
        if (is_in(part.tags, item.tag, TagRole::Note)) continue;  // at the page's foot
        TagId table = item.tag;
        while (part.tags.nodes[table].role != TagRole::Table) table = part.tags.nodes[table].parent;
        turned = run->turn == Turn::Left;
        const Length left = turned ? run->origin.y - run->width : run->origin.x, right = left + run->width;
        const auto [it, is_new] = reach.try_emplace(table, left, right);
        if (!is_new) it->second = {std::min(it->second.first, left), std::max(it->second.second, right)};
      }
      for (const auto& [table, ends] : reach) {
        CAPTURE(part.key, page.label, part.tags.nodes[table].node);
        const bool ruled = std::any_of(page.items.begin(), page.items.end(), [&](const FrameItem& item) {
          const auto* fill = std::get_if<Fill>(&item.content);
          if (fill == nullptr) return false;
          const Style& style = everything().style;
          const auto [begin, end, most] = turned ? std::tuple{fill->rect.y, fill->rect.bottom(), style.leading * style.lines}
                                                 : std::tuple{fill->rect.x, fill->rect.right(), style.measure};
          return begin <= ends.first + tolerance && end >= ends.second - tolerance && end - begin <= most + tolerance;
        });
        CHECK(ruled);
      }
    }
}

// The counts stand in tests/books/everything/expected-faults.txt; NBP_ACCEPT=1 rewrites it. They are to become none.
TEST_CASE("everything: the audit finds the faults that are known") {
  const Everything& e = everything();
  const Audit audit = audit_volume({e.volume, e.style, project_fonts(), e.documents});
  std::string found;
  for (std::size_t i = 0; i < kFaultCodes; ++i)
    if (const auto code = static_cast<FaultCode>(i); audit.count(code) > 0)
      found += std::string(kind_of(code).word) + " " + std::to_string(audit.count(code)) + "\n";
  const std::filesystem::path path = e.options.folders.book / "expected-faults.txt";
  if (std::getenv("NBP_ACCEPT") != nullptr) std::ofstream(path) << found;
  const auto expected = RealFileSystem().read_file(path);
  REQUIRE(expected);
  std::string faults;
  for (const Fault& fault : audit.faults)
    faults += "page " + fault.page + " " + fault.file + ":" + std::to_string(fault.line) + ": " + std::string(kind_of(fault.code).word) +
              ": " + fault.detail + "\n";
  INFO(faults);
  CHECK(found == *expected);
}
