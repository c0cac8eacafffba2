#include "cli/invocation.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

using Words = std::vector<std::string>;

// The command that is called, in brackets if it was not named, and the words that are left for it: "check --strict".
std::string called(const Words& words) {
  const Commands commands = all_commands();
  const Invocation found = invocation_of(commands, words);
  std::string out(found.command->name());
  if (!found.is_named) out = "[" + out + "]";
  for (const std::string& word : found.words) out += " " + word;
  return out;
}

}  // namespace

TEST_CASE("a command line without a command means publish") {
  CHECK(called({}) == "[publish]");
  CHECK(called({"--help"}) == "[publish] --help");
  CHECK(called({"volume-1", "--pdf"}) == "[publish] volume-1 --pdf");
  CHECK(called({"--all", "--epub"}) == "[publish] --all --epub");
  CHECK(called({"publish", "volume-1", "--pdf"}) == "publish volume-1 --pdf");
}

TEST_CASE("the command is the first word that is neither an option nor the value of one") {
  CHECK(called({"check", "--strict"}) == "check --strict");
  CHECK(called({"--strict", "check"}) == "check --strict");
  CHECK(called({"--book", "list", "check"}) == "check --book list");
  CHECK(called({"--book=list", "check"}) == "check --book=list");
  CHECK(called({"-j", "2", "check"}) == "check -j 2");
  CHECK(called({"-j2", "check"}) == "check -j2");
  CHECK(called({"--out", "check", "volume-1", "--pdf"}) == "[publish] --out check volume-1 --pdf");
  CHECK(called({"--no-such-option", "check"}) == "check --no-such-option");
  CHECK(called({"list", "check"}) == "list check");
}

TEST_CASE("a volume comes before what would be a command") {
  CHECK(called({"volume-1", "check"}) == "[publish] volume-1 check");
  CHECK(called({"publish", "check", "--pdf"}) == "publish check --pdf");
  CHECK(called({"--", "check"}) == "[publish] -- check");
}

TEST_CASE("an option that takes many words ends at a command") {
  CHECK(called({"--edition", "print", "screen", "publish", "volume-1"}) == "publish --edition print screen volume-1");
  CHECK(called({"--edition=print", "screen", "publish"}) == "publish --edition=print screen");
  CHECK(called({"--edition", "print", "--pdf", "volume-1", "publish"}) == "[publish] --edition print --pdf volume-1 publish");
}
