// The font library: what it refuses, which face it gives, what it measures.
#include <catch2/catch.hpp>

#include "base/sha256.h"
#include "support/block_layout.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string block_bytes() { return value_or_throw(RealFileSystem().read_file(test_path("fonts/files/block.ttf"))); }

std::string entry(std::string_view keys) { return "[[font]]\nfamily = \"A\"\n" + std::string(keys); }

Error refusal(const FileSystem& files) {
  const auto library = FontLibrary::load(files, "fonts");
  REQUIRE_FALSE(library);
  return library.error();
}

Error refusal_of_manifest(std::string_view text) {
  MemoryFileSystem files;
  REQUIRE(files.write_file("fonts/fonts.toml", text));
  return refusal(files);
}

}  // namespace

TEST_CASE("a font library that cannot be read is the environment's fault and says what is wrong") {
  SECTION("no manifest") {
    const Error error = refusal(MemoryFileSystem());
    CHECK(error.kind == ErrorKind::Environment);
    CHECK(error.message.find("fonts.toml") != std::string::npos);
  }
  SECTION("no TOML: the line is named") {
    const Error error = refusal_of_manifest("[[font]]\nfamily = \n");
    CHECK(error.kind == ErrorKind::Environment);
    CHECK(error.message.find("fonts.toml:2:") != std::string::npos);
  }
  SECTION("no fonts in it") {
    for (const char* text : {"", "font = []\n", "font = 3\n", "font = [1, 2]\n"}) {
      const Error error = refusal_of_manifest(text);
      CHECK(error.kind == ErrorKind::Environment);
      CHECK(error.message.find("lists no") != std::string::npos);
    }
  }
  SECTION("an entry without a file: its line is named") {
    const Error error = refusal_of_manifest("\n" + entry(""));
    CHECK(error.kind == ErrorKind::Environment);
    CHECK(error.message.find("fonts.toml:2: ") != std::string::npos);
  }
  SECTION("a file that is not there") {
    const Error error = refusal_of_manifest(entry("weight = 600\nitalic = true\nfile = \"a.ttf\"\n"));
    CHECK(error.kind == ErrorKind::Environment);
    CHECK(error.message == "font A 600 italic is missing: a.ttf");
    CHECK(error.hint.find("make setup") != std::string::npos);
  }
}

TEST_CASE("a font file that is not the one the manifest means is refused") {
  MemoryFileSystem files;
  const std::string good = block_bytes();
  REQUIRE(files.write_file("fonts/fonts.toml", entry("file = \"a.ttf\"\nsha256 = \"" + sha256_hex(good) + "\"\n")));
  REQUIRE(files.write_file("fonts/files/a.ttf", good));
  CHECK(FontLibrary::load(files, "fonts"));

  std::string altered = good;
  altered.back() = static_cast<char>(altered.back() ^ 1);
  REQUIRE(files.write_file("fonts/files/a.ttf", altered));
  const Error error = refusal(files);
  CHECK(error.kind == ErrorKind::Environment);
  CHECK(error.message == "font A 400 is not the file the manifest means: a.ttf");
  CHECK_FALSE(error.hint.empty());
}

TEST_CASE("a file that is no font, or a damaged one, is refused or harmless") {
  MemoryFileSystem files;
  const std::string good = block_bytes();
  const auto load = [&](const std::string& bytes) {
    REQUIRE(files.write_file("fonts/fonts.toml", entry("file = \"a.ttf\"\nsha256 = \"" + sha256_hex(bytes) + "\"\n")));
    REQUIRE(files.write_file("fonts/files/a.ttf", bytes));
    return FontLibrary::load(files, "fonts");
  };
  for (const std::string& bytes : {std::string(), std::string("no font"), good.substr(0, 40)}) {
    const auto library = load(bytes);
    REQUIRE_FALSE(library);
    CHECK(library.error().message == "font A 400 cannot be opened");
  }
  for (std::size_t length = 64; length < good.size(); length += 501) load(good.substr(0, length));
}

TEST_CASE("find gives the slant first, then the nearest weight") {
  const FontLibrary& fonts = block_fonts();
  struct Row {
    const char* family;
    int weight;
    bool italic;
    int found_weight;
    bool found_italic;
  };
  const Row rows[] = {
      {"Block Serif", 400, false, 400, false}, {"Block Serif", 700, true, 600, true},  {"Block Serif", 100, true, 400, true},
      {"Block Serif", 900, false, 600, false}, {"Block Sans", 650, false, 600, false}, {"Block Sans", 900, false, 700, false},
      {"Block Sans", 600, true, 600, false},   // no italic: upright of that weight
      {"Block Mono", 700, true, 400, true},    // a wrong slant is worse than any weight
      {"Block Mono", 350, false, 300, false},  // as near as 400: the first of the manifest
  };
  for (const Row& row : rows) {
    const FontEntry& found = fonts.entry(fonts.find(row.family, row.weight, row.italic));
    INFO(row.family << " " << row.weight << (row.italic ? " italic" : ""));
    CHECK(found.family == row.family);
    CHECK(found.weight == row.found_weight);
    CHECK(found.italic == row.found_italic);
  }
  CHECK(fonts.has_family("Block Wide"));
  CHECK_FALSE(fonts.has_family("Block"));
}

TEST_CASE("face_for asks the wanted face, then the fallbacks in the manifest's order") {
  const FontLibrary& fonts = block_fonts();
  const FontId serif = fonts.find("Block Serif", 400, false);
  const auto family_for = [&](char32_t c) { return fonts.entry(fonts.face_for(c, serif)).family; };
  CHECK(family_for(U'a') == "Block Serif");
  CHECK(family_for(U'5') == "Block Serif");  // though a fallback has it
  CHECK(family_for(U'→') == "Block Signs");  // though a later one has it
  CHECK(family_for(U'✓') == "Block Wide");
  CHECK(family_for(U'中') == "Block Serif");  // no face has it: the caller complains
  CHECK_FALSE(fonts.has_glyph(serif, U'中'));
  // Faces that are no fallback are asked last.
  CHECK(fonts.entry(fonts.face_for(U'a', fonts.find("Block Signs", 400, false))).family == "Block Serif");
}

TEST_CASE("metrics come from the outlines") {
  const FontLibrary& fonts = block_fonts();
  const FontMetrics& m = fonts.metrics(fonts.find("Block Serif", 400, false));
  CHECK(m.ascender == Approx(0.8));
  CHECK(m.descender == Approx(-0.2));
  CHECK(m.x_height == Approx(0.5));
  CHECK(m.cap_height == Approx(0.7));
  CHECK(m.space == Approx(1.0));
  // The design's numbers for the real faces; OS/2 says 0.475 for the first.
  const FontLibrary& real = project_fonts();
  CHECK(real.metrics(real.find("Source Serif 4", 400, false)).x_height == Approx(0.492).margin(0.002));
  CHECK(real.metrics(real.find("JetBrains Mono", 400, false)).x_height == Approx(0.55).margin(0.002));
  CHECK(real.metrics(real.find("JetBrains Mono", 400, false)).space == Approx(0.6));
}
