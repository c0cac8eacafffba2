// The key below a listing with callouts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block key(const std::vector<std::string>& texts) {
  std::vector<ListItem> items;
  for (const std::string& text : texts) items.push_back(item({paragraph(text)}));
  return list(std::move(items), ListNumbering::Decimal);
}

const Block kListing = code_block("one(); // (1)\ntwo(); // (2)\nthree(); // (3)", "js");

}  // namespace

TEST_CASE("short texts of a key stand in two columns, small, with circled numbers") {
  const Flowed f({kListing, key({"alpha one", "beta two", "gamma three"}), paragraph("omega.")});
  CHECK(f.run("alpha one").size == f.style.callout_key.size);
  CHECK(f.find("alpha one") == f.find("beta two"));
  CHECK(f.find("gamma three") == f.find("alpha one") + 1);
  const Length half = (f.style.measure - f.style.callout_gap) / 2;
  CHECK(f.run("beta two").origin.x - f.run("alpha one").origin.x == half + f.style.callout_gap);
  const GalleyRow& row = f.row_of_text("alpha one");
  CHECK(std::ranges::count_if(row.items, [](const FrameItem& i) { return std::holds_alternative<Path>(i.content); }) == 2);
  CHECK(row.part_ends.size() == 2);
  // It stays with its listing, and what follows is back on the grid.
  CHECK(row.break_cost >= kBreakBad);
  CHECK(row.space_before == 0);
  CHECK(std::abs(f.baseline("omega.") - std::round(f.baseline("omega."))) < 0.001);
}

TEST_CASE("long texts of a key take the measure, in rows that stay together") {
  const Flowed f({kListing, key({words(60), "beta two", "gamma three"})});
  CHECK(f.find("gamma three") == f.find("beta two") + 1);
  const std::size_t first = f.find("one two three");
  for (std::size_t i = first + 1; i < f.galley.rows.size(); ++i) CHECK(f.galley.rows[i].break_cost >= kBreakForbidden);
}

TEST_CASE("a list that is no key, or a style without callouts, is set as any list") {
  const Flowed f({kListing, key({"alpha", "beta"})});
  CHECK(f.run("alpha").size == f.style.text.size);
  Flowed off;
  off.style.callout_draw = false;
  off.flow({kListing, key({"alpha", "beta", "gamma"})});
  CHECK(off.run("alpha").size == off.style.text.size);
}
