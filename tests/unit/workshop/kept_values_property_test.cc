// What is written, between processes and between runs, is read again as it was.
#include "support/property.h"
#include "workshop/ledger.h"
#include "workshop/wire.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const auto any_number = rc::gen::arbitrary<std::uint64_t>();

std::string any_text() {
  std::string made;
  for (const std::uint8_t byte : *up_to(40, rc::gen::arbitrary<std::uint8_t>())) made += static_cast<char>(byte);
  return made;
}

Length any_length() { return Length::raw(static_cast<std::int64_t>(*any_number)); }

Picture any_picture() {
  Picture made;
  made.kind = *rc::gen::elementOf(std::vector{PictureKind::Png, PictureKind::Jpeg, PictureKind::Svg});
  made.bytes = any_text();
  made.width_px = static_cast<std::uint32_t>(*any_number), made.height_px = static_cast<std::uint32_t>(*any_number);
  made.natural_size = {any_length(), any_length()};
  made.title = any_text(), made.description = any_text();
  made.lettering = any_length();
  return made;
}

bool is_same(const Picture& a, const Picture& b) {
  return std::tie(a.kind, a.bytes, a.width_px, a.height_px, a.natural_size, a.title, a.description, a.lettering) ==
         std::tie(b.kind, b.bytes, b.width_px, b.height_px, b.natural_size, b.title, b.description, b.lettering);
}

// Of the two kinds that a picture's faults have.
Error any_error() { return {*rc::gen::elementOf(std::vector{ErrorKind::Environment, ErrorKind::Input}), any_text(), any_text()}; }

bool is_same(const Error& a, const Error& b) { return std::tie(a.kind, a.message, a.hint) == std::tie(b.kind, b.message, b.hint); }
bool is_same(const Status& a, const Status& b) { return a ? b.has_value() : !b && is_same(a.error(), b.error()); }

Status any_verdict() { return *rc::gen::arbitrary<bool>() ? Status{} : std::unexpected(any_error()); }

PictureColours any_colours() {
  PictureColours made;
  made.look = *rc::gen::elementOf(std::vector{PictureLook::Light, PictureLook::Dark, PictureLook::Gray});
  for (Theme* theme : {&made.light, &made.dark})
    for (Rgb& colour : theme->colours)
      colour = {static_cast<std::uint8_t>(*whole_range(0, 256)), static_cast<std::uint8_t>(*whole_range(0, 256)), 0};
  return made;
}

}  // namespace

TEST_CASE("values of every kind are read as they were written, one behind the other, and none is read beyond the last") {
  check_property(300, [] {
    const std::uint64_t number = *any_number;
    const std::string text = any_text();
    const Picture picture = any_picture();
    const PictureColours colours = any_colours();
    const Error error = any_error();
    WireWriter out;
    out.number(number), out.text(text), out.picture(picture), out.colours(colours), out.error(error);
    const std::string bytes = out.take();
    WireReader in(bytes);
    RC_ASSERT(in.number() == number);
    RC_ASSERT(in.text() == text);
    RC_ASSERT(is_same(in.picture(), picture));
    const PictureColours read = in.colours();
    RC_ASSERT(read.look == colours.look);
    RC_ASSERT(read.light.colours == colours.light.colours);
    RC_ASSERT(read.dark.colours == colours.dark.colours);
    RC_ASSERT(is_same(in.error(), error));
    RC_ASSERT(in.is_sound());
    // Not a byte can be missing.
    WireReader cut(std::string_view(bytes).substr(0, static_cast<std::size_t>(*whole_range(0, static_cast<int>(bytes.size())))));
    cut.number(), cut.text(), cut.picture(), cut.colours(), cut.error();
    RC_ASSERT_FALSE(cut.is_sound());
  });
}

TEST_CASE("a ledger is read as it was saved, and another version's not at all") {
  check_property(200, [] {
    MemoryFileSystem files;
    Store store(files, "cache", {});
    std::map<PictureQuestion, Status> kept;
    Ledger first(&store, "one");
    for (int left = *whole_range(1, 12); left > 0; --left) {
      const PictureQuestion question{{static_cast<std::uint64_t>(*whole_range(0, 3)), 0}, {*any_number, *any_number}};
      const Status verdict = any_verdict();
      kept[question] = verdict;
      first.keep(question, verdict);
    }
    first.save();
    Ledger second(&store, "one"), other(&store, "two");
    for (const auto& [question, verdict] : kept) {
      const std::optional<Status> found = second.find(question);
      RC_ASSERT(found.has_value());
      RC_ASSERT(is_same(*found, verdict));
      RC_ASSERT_FALSE(other.find(question).has_value());
    }
  });
}

TEST_CASE("what a later run finds out of a picture stands beside what was known of it") {
  MemoryFileSystem files;
  Store store(files, "cache", {});
  const PictureQuestion one{{1, 1}, {1, 1}}, two{{1, 1}, {2, 2}};
  for (const PictureQuestion& question : {one, two}) {
    Ledger ledger(&store, "one");
    ledger.keep(question, {});
    ledger.save();
  }
  Ledger ledger(&store, "one");
  CHECK(ledger.find(one).has_value());
  CHECK(ledger.find(two).has_value());
}
