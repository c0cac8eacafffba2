#include "epub_fixture.h"

#include <cairo.h>

#include "platform/file_system.h"
#include "support/places.h"

#include <fstream>
#include <sstream>

namespace nbpublish::test {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

TableCell cell(std::string value) { return {0, {}, value.empty() ? Blocks{} : Blocks{paragraph(std::move(value))}}; }

Table sample_table(std::size_t columns) {
  Table table;
  table.columns.assign(columns, ColumnAlignment::Right);
  for (std::size_t i = 0; i < columns; ++i) {
    table.head.cells.push_back(cell(i == 0 ? "" : "Head " + std::to_string(i)));
    if (table.rows.empty()) table.rows.emplace_back();
    table.rows[0].cells.push_back(cell(std::to_string(i)));
  }
  return table;
}

Document first_document() {
  Document document;
  document.file = "chapters/01-arch/01-intro.md";
  document.chapter = "arch/intro";
  document.title = {text("The "), {{}, Code{"fs"}}, text(" module")};
  document.standfirst = {text("What it is about.")};
  document.blocks = {heading(2, "Heap & <stack>", "heap--stack"),
                     paragraph({text("A note"),
                                {{}, NoteReference{0}},
                                text(", again"),
                                {{}, NoteReference{0}},
                                text(" and "),
                                link_to(InternalTarget{"arch/loop", "fig:heap"}, "a figure"),
                                text(", "),
                                link_to(InternalTarget{"prod/logs", "x"}, "another volume"),
                                text(", "),
                                link_to(ExternalTarget{"https://example.org/a b?c=[1]&d=2#e"}, "the web"),
                                text("."),
                                {{}, LineBreak{}},
                                {{}, Keyboard{{text("Ctrl")}}},
                                {{}, Superscript{{text("2")}}},
                                {{}, Strikeout{{text("gone")}}}}),
                     code_block("const a = `x\n  ${1}`;\n\n\treturn \"<&>\"; // \u2713", "js"),
                     heading(2, "More", "more"),
                     {0, {}, Details{{text("Sum")}, {paragraph("inside")}}},
                     {0, {}, Component{"BufferGrowth", "Buffer growth", "https://thebook.com/arch/intro"}},
                     {0, {}, ThematicBreak{}},
                     {0, {}, Quote{{paragraph("Said.")}, {text("Somebody")}}}};
  for (int kind = 0; kind < 5; ++kind) document.blocks.push_back({0, {}, Alert{static_cast<AlertKind>(kind), {paragraph("Careful.")}}});
  List tasks;
  tasks.items = {{0, {}, true, {paragraph("done")}}, {0, {}, false, {paragraph("open")}}};
  document.blocks.push_back({0, {}, tasks});
  List steps;
  steps.numbering = ListNumbering::Decimal;
  steps.start = 3;
  steps.tight = false;
  steps.items = {{0, {}, std::nullopt, {paragraph("three"), code_block("$ node a.js", "sh"), code_block("hello", "output")}}};
  document.blocks.push_back({0, {}, steps});
  document.notes = {{0, {}, "a", {paragraph("The note."), paragraph("Its end.")}}};
  return document;
}

Document second_document() {
  Document document;
  document.file = "chapters/01-arch/02-loop.md";
  document.chapter = "arch/loop";
  document.title = {text("The loop")};
  Table captioned = sample_table(3);
  captioned.caption = {text("What it costs")};
  captioned.label = "tbl:cost";
  captioned.number = "1.1";
  CodeBlock listing;
  listing.info = {"js", "server.js", "lst:server", {{2, 2}}, true, 10};
  listing.caption = {text("A server")};
  listing.number = "1.1";
  listing.text = "a();\nb();";
  document.blocks = {{0, {}, Figure{"../../figures/heap picture.png", "A heap of blocks", {text("The heap")}, "fig:heap", "1.1"}},
                     paragraph({{{}, InlineImage{"/figures/heap%20picture.png", "small"}}, {{}, InlineImage{"gone.png", "not there"}}}),
                     {0, {}, captioned},
                     {0, {}, sample_table(8)},
                     {0, {}, listing},
                     paragraph({link_to(InternalTarget{"arch/intro", "heap--stack"}, "back"), link_to(RawTarget{"nowhere.md"}, "lost"),
                                link_to(InternalTarget{"arch/loop", ""}, "top")})};
  return document;
}

Metadata sample_metadata() {
  Metadata meta;
  meta.title = "The Book";
  meta.subtitle = "All of It";
  meta.authors = {"A. Author", "B. Writer"};
  meta.contributors = {"C. Reader"};
  meta.publisher = "Press & Sons";
  meta.site = "https://thebook.com";
  meta.rights = "\u00A9 2026 A. Author";
  meta.licence = "CC BY-SA 4.0";
  meta.edition = "First edition";
  meta.date = "2026-11-01";
  meta.revision = "1.0";
  meta.errata = "https://thebook.com/errata";
  meta.trademarks = "Names belong to their owners.";
  meta.node_versions = {"22.1"};
  meta.subjects = {"COM051260", "Runtime systems"};
  meta.description = "About <everything>.";
  return meta;
}

Chapter chapter(std::string key, std::string file, int number) {
  Chapter out;
  out.key = std::move(key);
  out.file = std::move(file);
  out.number = number;
  return out;
}

Book sample_book() {
  Book book;
  book.meta = sample_metadata();
  book.manifest = "book.toml";
  Topic arch{"Architecture", "", "How it is built.", ChapterStatus::Ready, 1, {}};
  arch.chapters = {chapter("arch/intro", "chapters/01-arch/01-intro.md", 1), chapter("arch/loop", "chapters/01-arch/02-loop.md", 2)};
  Chapter planned = chapter("arch/later", "", 3);
  planned.title = "Later";
  planned.status = ChapterStatus::Planned;
  arch.chapters.push_back(planned);
  Topic prod{"Production", "", "", ChapterStatus::Ready, 2, {chapter("prod/logs", "chapters/02-prod/01-logs.md", 1)}};
  Volume one{
      "volume-1", 1,     "Basics of the Runtime", "From the Start", "", "", {{"epub", "urn:uuid:6f5b46c2-b0e2-5a47-a887-8eabf81f7f53"}},
      {},         {arch}};
  Volume two{"volume-2", 2, "Production", "", "", "", {}, {}, {prod}};
  book.volumes = {one, two};
  return book;
}

}  // namespace

const FontLibrary& fonts() {
  static const Result<FontLibrary> library = [] {
    RealFileSystem files;
    return FontLibrary::load(files, testing::source_path("fonts"));
  }();
  if (!library) FAIL(library.error().message);
  return *library;
}

PicturePtr png(int width, int height) {
  Picture picture;
  picture.kind = PictureKind::Png;
  picture.width_px = static_cast<std::uint32_t>(width);
  picture.height_px = static_cast<std::uint32_t>(height);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t* context = cairo_create(surface);
  cairo_set_source_rgb(context, 0.9, 0.5, 0.1);
  cairo_paint(context);
  cairo_destroy(context);
  cairo_surface_write_to_png_stream(surface, append_bytes, &picture.bytes);
  cairo_surface_destroy(surface);
  return std::make_shared<const Picture>(std::move(picture));
}

SampleBook::SampleBook() : book(sample_book()), documents{first_document(), second_document()} {
  preface.file = "front/preface.md";
  preface.chapter = "preface";
  preface.title = {text("Before You Read")};
  preface.blocks = {paragraph({text("See "), link_to(InternalTarget{"arch/loop", "tbl:cost"}, "the table")})};
  dedication.file = "front/dedication.md";
  dedication.blocks = {paragraph("For you.")};
  input.stylesheet = read_file(testing::source_path("styles/six-by-nine/epub.css"));
  input.pictures = {{"figures/heap picture.png", png(40, 30)}};
  input.timestamp = 1793491200;
  input.texts.matter = {{{MatterRole::Preface}, &preface}, {{MatterRole::Dedication}, &dedication}};
}

Result<std::string> SampleBook::write() {
  const Volume& volume = book.volumes[0];
  const Topic& topic = volume.topics[0];
  input.texts.book = &book;
  input.texts.volume = &volume;
  input.texts.topics = {
      {&topic, {{&topic.chapters[0], &documents[0]}, {&topic.chapters[1], &documents[1]}, {&topic.chapters[2], nullptr}}}};
  NBP_TRY_ASSIGN(EpubFiles files, write_epub(input, fonts(), sink));
  onix = std::move(files.onix);
  return std::move(files.epub);
}

OpenedEpub::OpenedEpub(const std::string& bytes) : entries(testing::read_archive(bytes)) {}

const std::string& OpenedEpub::operator[](const std::string& path) const {
  for (const testing::ArchivedFile& entry : entries)
    if (entry.path == path) return entry.bytes;
  FAIL("no file " << path);
  std::abort();
}

pugi::xml_document OpenedEpub::xml(const std::string& path) const {
  pugi::xml_document document;
  const std::string& bytes = (*this)[path];
  const auto outcome = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata);
  INFO(path << ": " << outcome.description());
  REQUIRE(outcome);
  return document;
}

std::string text_of(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xpath_node& each : node.select_nodes(".//text()")) out += each.node().value();
  return out;
}

}  // namespace nbpublish::test
