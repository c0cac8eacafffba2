#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("plain text keeps code and alternative texts, makes breaks spaces and drops note marks") {
  const Inlines inlines = {text("Call "),          code("fs.open()"),
                           {{}, SoftBreak{}},      {{}, Emphasis{{text("now")}}},
                           {{}, LineBreak{}},      {{}, InlineImage{"a.png", "icon"}},
                           {{}, NoteReference{0}}, text(".")};
  CHECK(plain_text(inlines) == "Call fs.open() now icon.");
}

TEST_CASE("words are counted in prose of every kind, not in code blocks or dashes") {
  Document document;
  document.blocks = {heading(2, {text("Two words")}), paragraph({text("It’s a \u2013 b, "), code("x.y")}), code_block("not counted at all"),
                     bullet_list({{paragraph({text("one")})}, {paragraph({text("two")})}})};
  document.notes.push_back({0, {}, "n", {paragraph({text("in a note")})}});
  Table table{{ColumnAlignment::Default}, {{TableCell{0, {}, {paragraph({text("head")})}}}}, {}, {text("a caption")}, "", ""};
  document.blocks.push_back({0, {}, table});
  CHECK(count_words(document) == 2 + 4 + 2 + 3 + 3);
}
