// Dumps are what documents are compared by: equal dumps are equal documents.
#include <functional>

#include "support/blocks.h"
#include "support/property.h"
#include "support/random_document.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// A document with everything that one can hold, nothing in it being what it is without a word of the author's.
Document one_of_each() {
  const auto words = [](std::string value) { return Inlines{text(std::move(value))}; };
  Inlines all = {text("text"), {{}, SoftBreak{}}, {{}, LineBreak{}}, code("code")};
  all.push_back({{}, Emphasis{words("emphasis")}});
  all.push_back({{}, Strong{words("strong")}});
  all.push_back({{}, Strikeout{words("struck")}});
  all.push_back({{}, Superscript{words("above")}});
  all.push_back({{}, Subscript{words("below")}});
  all.push_back({{}, Keyboard{words("key")}});
  all.push_back({{}, Link{RawTarget{"raw"}, "title", words("raw"), PageText::ByStyle}});
  all.push_back({{}, Link{ExternalTarget{"https://example.org/"}, "", words("out"), PageText::Never}});
  all.push_back({{}, Link{InternalTarget{"chapter", "anchor"}, "", words("in"), PageText::Behind}});
  all.push_back({{}, InlineImage{"a.png", "alt", {500, {}}, Length::pt(12)}});
  all.push_back({{}, IndexMark{words("mark"), {"one", "two"}, {"see"}, {"also"}, true, "place"}});
  all.push_back(note_mark(0));
  CodeBlock listing = std::get<CodeBlock>(code_block("one\ntwo", "js").content);
  listing.info = {"js", "title", "lst:label", {{1, 1}}, true, 7};
  listing.lines = {{3, 1, 3, 9}, {4, 1, 4, 9}};
  listing.caption = words("caption");
  listing.number = "9.1";
  Block table_block = table({{"a", "b"}, {"c", "d"}});
  auto& cells = std::get<Table>(table_block.content);
  cells.caption = words("caption"), cells.label = "tbl:label", cells.number = "9.2";
  Block list_block = list({item({paragraph("item")}, true), item({paragraph("item")})}, ListNumbering::Decimal, 3);
  std::get<List>(list_block.content).items[1].number = 7;
  Figure figure;
  figure.source = "a.svg", figure.alt = "alt", figure.caption = words("caption"), figure.label = "fig:label", figure.number = "9.3";
  figure.component = "Drawn", figure.online_url = "https://example.org/a";
  figure.width.length = Length::pt(36), figure.height = Length::pt(18), figure.link = ExternalTarget{"https://example.org/b"};
  Document made = document_of({heading(2, "heading"),
                               paragraph(std::move(all)),
                               {0, {}, std::move(listing)},
                               std::move(list_block),
                               quote({paragraph("quoted")}, words("who")),
                               alert(AlertKind::Tip, {paragraph("alert")}),
                               std::move(table_block),
                               {0, {}, std::move(figure)},
                               {0, {}, ThematicBreak{}},
                               {0, {}, Details{words("summary"), {paragraph("details")}}},
                               {0, {}, Component{"Name", "title", "https://example.org/c"}}},
                              {note({paragraph("note")})});
  made.front = {"title", "short", "standfirst", "excerpt", "category", "author", "date", "ch:label", {"tag"}, true, {}, {}, {}, {}};
  made.short_title = words("short"), made.standfirst = words("standfirst");
  return made;
}

// Everything in a document that can be otherwise: its texts, and ways to change each of its other members.
struct Members {
  std::vector<std::string*> texts;
  std::vector<std::function<void()>> changes;

  explicit Members(Document& document) {
    FrontMatter& front = document.front;
    for (std::string* text : {&document.file, &document.chapter, &front.title, &front.short_title, &front.standfirst, &front.excerpt,
                              &front.category, &front.author, &front.date, &front.label, &front.tags[0]})
      texts.push_back(text);
    change([&front] { front.published = false; });
    for (Inlines* list : {&document.title, &document.short_title, &document.standfirst}) take(*list);
    take(document.blocks);
    for (Note& note : document.notes) texts.push_back(&note.name), take(note.span), take(note.blocks);
  }

 private:
  void change(std::function<void()> way) { changes.push_back(std::move(way)); }
  template <class T>
  void add_one(T& number) {
    change([&number] { number += 1; });
  }
  void flip(bool& flag) {
    change([&flag] { flag = !flag; });
  }
  void take(std::string& text) { texts.push_back(&text); }
  void take(SourceSpan& span) {
    for (auto* number : {&span.line, &span.column, &span.end_line, &span.end_column}) add_one(*number);
  }
  // The least that two lengths can differ by.
  void take(Length& length) {
    change([&length] { length += Length::raw(1); });
  }
  void take(FigureWidth& width) {
    if (width.length.is_zero()) add_one(width.of_measure);
    else take(width.length);
  }
  void take(LinkTarget& target) {
    change([&target] { target = InternalTarget{"elsewhere", ""}; });
    if (auto* raw = std::get_if<RawTarget>(&target)) take(raw->href);
    if (auto* external = std::get_if<ExternalTarget>(&target)) take(external->url);
    if (auto* internal = std::get_if<InternalTarget>(&target)) take(internal->chapter), take(internal->anchor);
  }

  void take(Inlines& list) {
    change([&list] { list.push_back(text("more")); });
    for (Inline& inl : list) {
      take(inl.span);
      std::visit([&](auto& content) { members(content); }, inl.content);
      change([&inl] { inl.content = Text{"other"}; });
    }
  }
  void members(Text& text) { take(text.text); }
  void members(Code& code) { take(code.text); }
  void members(SoftBreak&) {}
  void members(LineBreak&) {}
  template <class T>
  requires requires(T t) { t.children; }
  void members(T& parent) {
    take(parent.children);
    if constexpr (requires { parent.target; }) {
      take(parent.target), take(parent.title);
      change([&parent] { parent.page = PageText::Instead; });
    }
    if constexpr (requires { parent.entry; }) {
      take(parent.entry[0]), take(parent.entry[1]), take(parent.see[0]), take(parent.see_also[0]);
      flip(parent.main);
      take(parent.anchor);
    }
  }
  void members(InlineImage& image) { take(image.source), take(image.alt), take(image.width), take(image.height); }
  void members(NoteReference& reference) { add_one(reference.note); }

  void take(Blocks& list) {
    change([&list] { list.push_back(paragraph("more")); });
    for (Block& block : list) {
      take(block.span);
      std::visit([&](auto& content) { members(content); }, block.content);
      change([&block] { block.content = Paragraph{{text("other")}}; });
    }
  }
  void members(Paragraph& paragraph) { take(paragraph.children); }
  void members(Heading& heading) { take(heading.children), add_one(heading.level), take(heading.anchor); }
  void members(CodeBlock& code) {
    FenceInfo& info = code.info;
    take(info.language), take(info.title), take(info.label), take(code.text), take(code.number), take(code.caption);
    add_one(info.marked[0].first), add_one(info.marked[0].second), add_one(info.first_line), add_one(code.lines[0].line),
        add_one(code.lines[1].line), add_one(code.lines[1].column);
    flip(info.line_numbers);
  }
  void members(List& list) {
    change([&list] { list.numbering = ListNumbering::LowerRoman; });
    add_one(list.start), flip(list.tight), flip(list.reversed), flip(list.parenthesis);
    for (ListItem& item : list.items) {
      take(item.span), take(item.blocks);
      change([&item] { item.checked = false; });
      change([&item] { item.number = item.number.value_or(0) + 1; });
    }
  }
  void members(Quote& quote) { take(quote.blocks), take(quote.attribution); }
  void members(Alert& alert) {
    take(alert.blocks);
    change([&alert] { alert.kind = AlertKind::Caution; });
  }
  void members(Table& table) {
    take(table.caption), take(table.label), take(table.number);
    for (ColumnAlignment& column : table.columns) change([&column] { column = ColumnAlignment::Center; });
    const auto cells = [&](TableRow& row) {
      for (TableCell& cell : row.cells) take(cell.span), take(cell.blocks);
    };
    cells(table.head);
    for (TableRow& row : table.rows) cells(row);
  }
  void members(Figure& figure) {
    for (std::string* text :
         {&figure.source, &figure.alt, &figure.label, &figure.number, &figure.component, &figure.online_url, &figure.description})
      take(*text);
    take(figure.caption), take(figure.width), take(figure.height), take(figure.link);
  }
  void members(ThematicBreak&) {}
  void members(Details& details) { take(details.summary), take(details.blocks); }
  void members(Component& component) { take(component.name), take(component.title), take(component.online_url); }
};

std::size_t any_of(std::size_t count) { return static_cast<std::size_t>(*whole_range(0, static_cast<int>(count))); }

// Of which some could be taken for what a dump writes around them, or for what stands there for another.
const std::vector<std::string> kPieces = {"a", " ", "\"", "\\", "\n", "\\n", "\\u{a0}", "\u00a0", "\u200d", "\u00ad", "\" ", "@0:0"};

}  // namespace

TEST_CASE("documents that differ in one text have dumps that differ, and no others") {
  check_property(2000, [] {
    Document document = one_of_each();
    const std::vector<std::string*> texts = Members(document).texts;
    std::string& place = *texts[any_of(texts.size())];
    const auto [one, other] = like_texts(kPieces);
    place = one;
    const std::string first = dump(document);
    place = other;
    RC_LOG() << first;
    RC_ASSERT((dump(document) == first) == (one == other));
  });
}

TEST_CASE("whatever else changes in a document shows in its dump") {
  Document counted = one_of_each();
  const std::size_t count = Members(counted).changes.size();
  const std::string before = dump(one_of_each());
  for (std::size_t i = 0; i < count; ++i) {
    Document document = one_of_each();
    Members(document).changes[i]();
    INFO("change " << i << " of\n" << before);
    CHECK(dump(document) != before);
  }
}

TEST_CASE("a dump says all of a random document: one block fewer is another dump") {
  check_property(200, [] {
    const std::vector<std::uint8_t> bytes = *up_to(300, rc::gen::arbitrary<std::uint8_t>());
    Document document = random_document(bytes.data(), bytes.size());
    const std::string whole = dump(document);
    RC_ASSERT(dump(Document(document)) == whole);
    RC_PRE(!document.blocks.empty());
    document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(any_of(document.blocks.size())));
    RC_ASSERT(dump(document) != whole);
  });
}
