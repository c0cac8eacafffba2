#include "style/read_style.h"

#include <catch2/catch.hpp>

#include "style/style_values.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

// A disk with the default style, "base", and one that extends it, "mine".
struct Styles {
  MemoryFileSystem disk;
  DiagnosticSink sink;

  explicit Styles(const std::string& mine = {}) {
    const auto base = RealFileSystem().read_file(testing::source_path("styles/six-by-nine/style.toml"));
    REQUIRE(base);
    put("base", *base);
    put("mine", "extends = \"base\"\n" + mine);
  }
  void put(const std::string& name, const std::string& text) { REQUIRE(disk.write_file("styles/" + name + "/style.toml", text)); }
  Result<Style> read(std::string_view name = "mine") { return read_style(disk, {{"styles", ""}}, name, sink); }

  // The only complaint, as "line:col message (hint)".
  std::string complaint() {
    REQUIRE(read());
    REQUIRE(sink.all().size() == 1);
    const Diagnostic& d = sink.all().front();
    CHECK(d.code == DiagCode::StyleKey);
    CHECK(d.severity == Severity::Error);
    CHECK(d.file == "mine/style.toml");
    return std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.message +
           (d.hint.empty() ? "" : " (" + d.hint + ")");
  }
};

std::string without_line(std::string text, std::string_view line) {
  const std::size_t at = text.find(line);
  REQUIRE(at != std::string::npos);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

}  // namespace

TEST_CASE("a style that extends another changes only what it names") {
  Styles styles("[page]\nmeasure = 300\n[text]\nstyle = \"sans 700 italic 10/12.5\"\n[opener]\nstart-recto = false\n");
  const auto style = styles.read();
  REQUIRE(style);
  CHECK(styles.sink.all().empty());
  CHECK(style->name == "mine");
  CHECK(style->measure == 300_pt);
  CHECK(style->trim_width == 432_pt);
  CHECK(style->text.family == FontFamily::Sans);
  CHECK(style->text.weight == 700);
  CHECK(style->text.italic);
  CHECK(style->text.size == 10_pt);
  CHECK(style->text.leading == 12.5_pt);
  CHECK_FALSE(style->start_recto);
}

TEST_CASE("colours are read by role") {
  Styles styles("[colour.light]\nkeyword = \"#0102fF\"\n");
  const auto style = styles.read();
  REQUIRE(style);
  CHECK(styles.sink.all().empty());
  CHECK(style->light[ColourRole::Keyword] == Rgb{1, 2, 255});
  CHECK(style->light[ColourRole::Text] == Rgb{0x16, 0x19, 0x1D});
}

TEST_CASE("each theme has colours of its own") {
  const auto style = Styles("[colour.dark]\nlink = \"#010203\"\n[colour.print]\nlink = \"#040404\"\n").read();
  REQUIRE(style);
  CHECK(style->light[ColourRole::Link] == Rgb{0x0B, 0x4A, 0x8F});
  CHECK(style->dark[ColourRole::Link] == Rgb{1, 2, 3});
  CHECK(style->print[ColourRole::Link] == Rgb{4, 4, 4});
}

TEST_CASE("print knows no colours") {
  CHECK(Styles("[colour.print]\nlink = \"#040405\"\n").complaint() ==
        "3:8 'colour.print.link' must be a gray: print is black ink alone (equal red, green and blue: \"#E0E0E0\" is 12 % black)");
}

TEST_CASE("mistakes are reported at their line and column") {
  const auto complaint = [](const std::string& text) { return Styles(text).complaint(); };
  CHECK(complaint("[page]\nmeasur = 300\n") == "3:1 unknown key 'page.measur' (did you mean 'measure'?)");
  CHECK(complaint("[pag]\nx = 300\n") == "2:2 unknown key 'pag' (did you mean 'page'?)");
  CHECK(complaint("measure = 300\n") == "2:1 unknown key 'measure' (it belongs into [page])");
  CHECK(complaint("[page]\nmeasure = \"wide\"\n") == "3:11 'page.measure' must be a number, not a string");
  CHECK(complaint("[page]\nlines = 40.5\n") == "3:9 'page.lines' must be a whole number, not a number");
  CHECK(complaint("page = 1\n") == "2:8 'page' must be a table, not a whole number");
  CHECK(complaint("[page]\nmeasure = -3\n") == "3:11 'page.measure' must lie between 0 and 14400");
  CHECK(complaint("[page]\nmeasure = nan\n") == "3:11 'page.measure' must lie between 0 and 14400");
  CHECK(complaint("[opener]\nstart-recto = 1\n") == "3:15 'opener.start-recto' must be true or false, not a whole number");
  CHECK(complaint("[note]\nstyle = \"serif 8/10\"\n") == "3:9 'note.style' must be a text style such as \"serif 400 italic 9.5/13\"");
  CHECK(complaint("[colour.light]\nlink = \"blue\"\n") == "3:8 'colour.light.link' must be a colour such as \"#7A1465\"");
  CHECK(complaint("[colour.dark]\nlink = 3\n") == "3:8 'colour.dark.link' must be a colour such as \"#7A1465\", not a whole number");
  CHECK(complaint("[colour.print]\nlnk = \"#000000\"\n") == "3:1 unknown key 'colour.print.lnk' (did you mean 'link'?)");
  CHECK(complaint("[colour.sepia]\nlink = \"#000000\"\n").starts_with("2:9 unknown key 'colour.sepia'"));
  CHECK(complaint("[page]\nmeasure =\n").starts_with("3:10 not valid TOML: "));
}

TEST_CASE("several mistakes are all reported, in the order of the file") {
  Styles styles("[text]\nindent = \"x\"\n[page]\ntop = true\n");
  REQUIRE(styles.read());
  REQUIRE(styles.sink.all().size() == 2);
  CHECK(styles.sink.all()[0].span.line == 3);
  CHECK(styles.sink.all()[1].span.line == 5);
}

TEST_CASE("a key that no style of the chain gives is missing, at its section") {
  Styles styles;
  const std::string base = *styles.disk.read_file("styles/base/style.toml");
  styles.put("base", without_line(base, "measure = 324"));
  styles.put("mine", "extends = \"base\"\n\n[page]\ntop = 60\n");
  CHECK(styles.complaint() == "3:1 missing key 'page.measure'");
}

TEST_CASE("a colour that is missing is named") {
  Styles styles;
  const std::string base = *styles.disk.read_file("styles/base/style.toml");
  styles.put("mine", without_line(base, "alert-caution"));
  CHECK(styles.complaint().ends_with("missing key 'colour.light.alert-caution'"));
}

TEST_CASE("inner margins go by page count") {
  Styles styles("[page]\ninner-margins = [[150, 40], [300, 50.5]]\n");
  const auto style = styles.read();
  REQUIRE(style);
  CHECK(styles.sink.all().empty());
  CHECK(style->inner_margin(1) == 40_pt);
  CHECK(style->inner_margin(150) == 40_pt);
  CHECK(style->inner_margin(151) == 50.5_pt);
  CHECK(style->inner_margin(2000) == 50.5_pt);
  CHECK(style->inner_margin(151) + style->measure + style->outer_margin(151) == style->trim_width);
  const std::string form = "'page.inner-margins' must be a list of page counts, rising, with their margins such as [[300, 54], [500, 57]]";
  CHECK(Styles("[page]\ninner-margins = 54\n").complaint() == "3:17 " + form + ", not a whole number");
  CHECK(Styles("[page]\ninner-margins = []\n").complaint() == "3:17 " + form);
  CHECK(Styles("[page]\ninner-margins = [[300, 54], 3]\n").complaint() == "3:29 " + form);
  CHECK(Styles("[page]\ninner-margins = [[300, 54], [300, 55]]\n").complaint() == "3:29 " + form);
  CHECK(Styles("[page]\ninner-margins = [[0, 54]]\n").complaint() == "3:19 'page.inner-margins' must lie between 1 and 10000");
  CHECK(Styles("[page]\ninner-margins = [[300, 200]]\n").complaint().starts_with("3:17 the text block is wider"));
}

TEST_CASE("every key of a style can be changed by another, and is told with its line if it is wrong") {
  const auto wrong_value = [](std::string_view type) { return type == "std::string" || type == "TextStyle" ? "1979-05-27" : "\"wrong\""; };
#define NBP_X(type, member, key, text)                                                                             \
  {                                                                                                                \
    INFO(key);                                                                                                     \
    const std::string_view path = key;                                                                             \
    const std::string section(path.substr(0, path.find('.'))), name(path.substr(path.find('.') + 1));              \
    CHECK(Styles("[" + section + "]\n" + name + " = " + wrong_value(#type) + "\n").complaint().starts_with("3:")); \
  }
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
}

TEST_CASE("a book's own styles come before the program's, which they may extend") {
  Styles styles;
  REQUIRE(styles.disk.write_file("book/styles/ours/style.toml", "extends = \"mine\"\n[page]\ntop = 70\nmeasurre = 3\n"));
  REQUIRE(styles.disk.write_file("book/styles/ours/epub.css", "ours"));
  REQUIRE(styles.disk.write_file("styles/base/epub.css", "base"));
  const std::vector<StyleFolder> folders = {{"book/styles", "styles/"}, {"styles", ""}};
  const auto ours = read_style(styles.disk, folders, "ours", styles.sink);
  REQUIRE(ours);
  CHECK(ours->top == 70_pt);
  REQUIRE(styles.sink.all().size() == 1);
  CHECK(styles.sink.all()[0].file == "styles/ours/style.toml");
  CHECK(styles.sink.all()[0].span.line == 4);
  CHECK(*read_style_file(styles.disk, *ours, "epub.css") == "ours");
  const auto mine = read_style(styles.disk, folders, "mine", styles.sink);
  REQUIRE(mine);
  CHECK(*read_style_file(styles.disk, *mine, "epub.css") == "base");
  CHECK_FALSE(read_style_file(styles.disk, *mine, "none.css"));
  CHECK(read_style(styles.disk, folders, "our", styles.sink).error().hint == "did you mean 'ours'? there are: ours, base, mine");
}

TEST_CASE("numbers that make no page together are refused") {
  CHECK(Styles("[page]\nleading = 0\n").complaint() == "3:11 'page.leading' and 'page.lines' must not be 0");
  CHECK(Styles("[page]\nmeasure = 400\n").complaint().starts_with("3:11 the text block is wider"));
  CHECK(Styles("[page]\nlines = 60\n").complaint().starts_with("3:9 the text block is higher"));
  CHECK(Styles("[note]\nrule = 750\n").complaint().starts_with("3:8 a page has no room for a note"));
  CHECK(Styles("[text]\nstyle = \"serif 400 10/900\"\n").complaint().starts_with("3:9 a line of 'text.style' is higher"));
  CHECK(Styles("[index]\ncolumns = 0\n").complaint() == "3:11 'index.columns' must not be 0");
  CHECK(Styles("[reference]\npages = \"all\"\n").complaint() == "3:9 'reference.pages' must be \"far\" or \"none\"");
}

TEST_CASE("a style that is not there is an input error with the names that are") {
  Styles styles;
  const auto style = styles.read("mime");
  REQUIRE_FALSE(style);
  CHECK(style.error().kind == ErrorKind::Input);
  CHECK(style.error().message == "no style 'mime'");
  CHECK(style.error().hint == "did you mean 'mine'? there are: base, mine");
}

TEST_CASE("a style that extends one that is not there is told where it says so") {
  Styles styles;
  styles.put("mine", "\nextends = \"bass\"\n");
  REQUIRE(styles.read());
  REQUIRE(styles.sink.all().size() == 1);
  const Diagnostic& told = styles.sink.all()[0];
  CHECK(told.file == "mine/style.toml");
  CHECK(told.span.line == 2);
  CHECK(told.message == "no style 'bass'");
  CHECK(told.hint == "did you mean 'base'? there are: base, mine");
}

TEST_CASE("the name of a style is no path") {
  Styles styles;
  CHECK_FALSE(styles.read("../styles/mine"));
  CHECK_FALSE(styles.read(".."));
  CHECK_FALSE(styles.read(""));
}

TEST_CASE("styles that extend each other in a circle are refused") {
  Styles styles;
  styles.put("mine", "extends = \"other\"\n");
  styles.put("other", "extends = \"mine\"\n");
  REQUIRE(styles.read());
  REQUIRE(styles.sink.all().size() == 1);
  CHECK(styles.sink.all()[0].message == "the style extends itself: mine, other, mine");
}

TEST_CASE("text styles") {
  CHECK(parse_text_style("mono 400 7.75/10.4")->size == 7.75_pt);
  CHECK_FALSE(parse_text_style("mono 400 7.75/10.4")->italic);
  for (const char* wrong : {"", "mono", "mono 400", "times 400 9/11", "mono 0 9/11", "mono 1001 9/11", "mono bold 9/11", "mono 400 9",
                            "mono 400 9/", "mono 400 /9", "mono 400 -9/11", "mono 400 0/11", "mono 400 9/11pt", "mono 400 oblique 9/11",
                            "mono 400 italic 9/11 x", "mono 400 inf/11"}) {
    INFO(wrong);
    CHECK_FALSE(parse_text_style(wrong));
  }
}

TEST_CASE("the documentation of the keys is current") {
  const auto written = RealFileSystem().read_file(testing::source_path("docs/style-keys.md"));
  REQUIRE(written);
  INFO("rewrite it: nbpublish --style-keys > docs/style-keys.md");
  CHECK(*written == style_keys_markdown());
}
