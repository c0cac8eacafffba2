#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using enum FaultCode;

namespace {

// Two headings two lines below text, and one so many lines below a list or an alert.
std::size_t added(double lines, bool list) {
  MadeVolume made;
  made.page();
  for (const int line : {1, 4}) {
    made.paragraph(line, line);
    made.put(made.add(TagRole::H2), "Heading", line + 2);
  }
  made.page();
  if (list) made.put(made.item(made.add(TagRole::L)), "an item", 2);
  else made.alert(AlertKind::Note, 1);
  made.put(made.add(TagRole::H2), "Heading", 2 + lines);
  made.paragraph(9, 10);
  const Audit audit = made.audit();
  CHECK(audit.looked_at[static_cast<std::size_t>(AddedWhite)] == 1);
  return audit.count(AddedWhite);
}

// Two alerts of so many rules between them.
Audit alerts(AlertKind first, AlertKind second, int rules) {
  MadeVolume made;
  made.page();
  made.rule(0.5);
  made.alert(first, 1);
  for (int i = 0; i < rules; ++i) made.rule(2.5 + i * 0.5);
  made.alert(second, 4);
  made.rule(5.5);
  return made.audit();
}

}  // namespace

TEST_CASE("what a list or an alert has below it does not add to a heading's white") {
  for (const bool list : {true, false}) {
    CAPTURE(list);
    CHECK(added(2, list) == 0);
    CHECK(added(2.5, list) == 0);
    CHECK(added(3, list) == 1);
  }
}

TEST_CASE("without a heading behind text there is nothing to compare with") {
  MadeVolume made;
  made.page();
  made.put(made.item(made.add(TagRole::L)), "an item", 1);
  made.put(made.add(TagRole::H2), "Heading", 5);
  made.paragraph(6, 8);
  CHECK(made.count(AddedWhite) == 0);
}

TEST_CASE("alerts that follow each other share a rule") {
  CHECK(alerts(AlertKind::Note, AlertKind::Warning, 1).count(UnjoinedAlerts) == 0);
  CHECK(alerts(AlertKind::Note, AlertKind::Warning, 2).count(UnjoinedAlerts) == 1);
  CHECK(alerts(AlertKind::Note, AlertKind::Warning, 2).looked_at[static_cast<std::size_t>(UnjoinedAlerts)] == 1);
  // A frame has sides of its own.
  CHECK(alerts(AlertKind::Note, AlertKind::Caution, 2).count(UnjoinedAlerts) == 0);
  CHECK(alerts(AlertKind::Caution, AlertKind::Note, 2).count(UnjoinedAlerts) == 0);
}
