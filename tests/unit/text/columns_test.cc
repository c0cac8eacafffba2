// Columns of code.
#include "text/columns.h"

#include <catch2/catch.hpp>
#include <string>

using namespace nbpublish;

TEST_CASE("a character's columns are what a terminal gives it") {
  CHECK(column_count("") == 0);
  CHECK(column_count("plain()") == 7);
  CHECK(column_count("é") == 1);
  CHECK(column_count("e\u0301") == 1);  // e, combining acute
  CHECK(column_count("│ ▶") == 3);
  CHECK(column_count("日本") == 4);
  CHECK(column_count("\U0001F680") == 2);                                  // an emoji
  CHECK(column_count("\u2714") == 1);                                      // a check mark as text …
  CHECK(column_count("\u2714\uFE0F") == 2);                                // … and as an emoji
  CHECK(column_count("\u2705\uFE0E") == 1);                                // an emoji as text
  CHECK(column_count("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2);  // a family is one
  CHECK(column_count("a\u200Bb") == 2);
  CHECK(column_count("\u0915\u093E") == 2);          // an Indic letter and a vowel that stands beside it …
  CHECK(column_count("\u0915\u0941") == 1);          // … or below it
  CHECK(column_count("\u1112\u1161\u11AB") == 2);    // the letters of a Hangul syllable
  CHECK(column_count("\U0001F1E9\U0001F1EA") == 2);  // a flag
  CHECK(column_count("\u261D\U0001F3FD") == 2);      // a hand and its colour
}

TEST_CASE("clusters add up to their line") {
  const std::string line = "x = '日e\u0301\U0001F680' // \u2714\uFE0F";
  std::uint32_t at = 0;
  int columns = 0;
  for (const ColumnCluster& cluster : column_clusters(line)) {
    REQUIRE(cluster.begin == at);
    REQUIRE(cluster.end > cluster.begin);
    at = cluster.end;
    columns += cluster.columns;
  }
  CHECK(at == line.size());
  CHECK(columns == column_count(line));
  CHECK(columns == 17);
}
