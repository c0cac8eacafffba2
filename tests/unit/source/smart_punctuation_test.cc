#include "source/smart_punctuation.h"

#include <catch2/catch.hpp>

#include "document/index_term.h"

using namespace nbpublish;

namespace {

// No-break spaces as ~, soft breaks as |, code in backquotes.
std::string shown(const Inlines& inlines) {
  std::string out;
  for (const Inline& inl : inlines) {
    if (const Text* text = as<Text>(inl)) out += text->text;
    if (const Code* code = as<Code>(inl)) out += "`" + code->text + "`";
    if (as<SoftBreak>(inl) != nullptr) out += "|";
    if (const Emphasis* emphasis = as<Emphasis>(inl)) out += "*" + shown(emphasis->children) + "*";
    if (const Link* link = as<Link>(inl)) out += "[" + shown(link->children) + "]";
    if (as<NoteReference>(inl) != nullptr) out += "^";
  }
  for (std::size_t at; (at = out.find("\u00a0")) != std::string::npos;) out.replace(at, 2, "~");
  return out;
}

Inlines smart_inlines(std::string_view text) {
  Inlines inlines = inlines_of_term(text);
  apply_smart_punctuation(inlines);
  return inlines;
}
std::string smart(std::string_view text) { return shown(smart_inlines(text)); }

std::string smart(Inlines inlines) {
  apply_smart_punctuation(inlines);
  return shown(inlines);
}

Inline text(std::string t) { return {{}, Text{std::move(t)}}; }
Inline soft() { return {{}, SoftBreak{}}; }
Inline emphasis(Inlines children) { return {{}, Emphasis{std::move(children)}}; }
Inline linked(std::string href, std::string label) { return {{}, Link{RawTarget{std::move(href)}, {}, {text(std::move(label))}}}; }

}  // namespace

TEST_CASE("double quotes open and close") {
  CHECK(smart(R"("a" and ("b") - "c".)") == "“a” and (“b”)~– “c”.");
  CHECK(smart(R"(say ".env" and "")") == "say “.env” and “”");
  CHECK(smart(R"(["a", "b"])") == "[“a”, “b”]");
  CHECK(smart(R"("I was--" he said)") == "“I was–” he said");
  CHECK(smart(R"(a "" b)") == "a “” b");
  CHECK(smart(R"(a " b)") == "a \" b");
}

TEST_CASE("behind a quote that opens two hyphens begin an option, behind one that closes they are a dash") {
  CHECK(smart(R"(say "--inspect" or '--inspect' or (--inspect))") == "say “--inspect” or ‘--inspect’ or (--inspect)");
  CHECK(smart("say “--inspect”") == "say “--inspect”");
  CHECK(smart(R"("Stop"--he said)") == "“Stop”–he said");
  CHECK(smart("the users'--all") == "the users’–all");
}

TEST_CASE("numbers behind a dash are a range like any other") { CHECK(smart("the years--1990-1999") == "the years–1990–1999"); }

TEST_CASE("single quotes and apostrophes") {
  CHECK(smart("don't, Node's, the 1990's") == "don’t, Node’s, the 1990’s");
  CHECK(smart("the '90s and '08") == "the ’90s and ’08");
  CHECK(smart("it is 'quoted' here") == "it is ‘quoted’ here");
  CHECK(smart("the users' data and the readers' too") == "the users’ data and the readers’ too");
  CHECK(smart("'tis, 'em") == "’tis, ’em");
  CHECK(smart("feels 'hack'ish") == "feels ‘hack’ish");
  CHECK(smart("rock 'n' roll") == "rock ’n’ roll");
}

TEST_CASE("quotes inside quotes") {
  CHECK(smart(R"("he said 'no' twice")") == "“he said ‘no’ twice”");
  CHECK(smart(R"("'no'" he said)") == "“‘no’” he said");
  CHECK(smart(R"('a "b" c')") == "‘a “b” c’");
}

TEST_CASE("feet and inches stay") {
  CHECK(smart(R"(he is 5'10" tall)") == R"(he is 5'10" tall)");
  CHECK(smart(R"(a 27" screen)") == R"(a 27" screen)");
  CHECK(smart(R"("Debian 22")") == "“Debian 22”");
}

TEST_CASE("code is a neighbour of quotes, and stays as it is") {
  CHECK(smart("'`code`' and \"`x--y`\"") == "‘`code`’ and “`x--y`”");
  CHECK(smart("`Buffer`'s length") == "`Buffer`’s length");
  CHECK(smart("`a \"b\" 'c' ... - --`") == "`a \"b\" 'c' ... - --`");
}

TEST_CASE("a pair may begin outside an emphasis and end inside") {
  CHECK(smart({text("\""), emphasis({text("quoted")}), text("\"")}) == "“*quoted*”");
  CHECK(smart({text("a \""), emphasis({text("b\" c")})}) == "a “*b” c*");
  CHECK(smart({emphasis({text("Node")}), text("'s loop")}) == "*Node*’s loop");
  CHECK(smart({text("\"a"), {{}, NoteReference{0}}, text("\" b")}) == "“a^” b");
}

TEST_CASE("the ellipsis") {
  CHECK(smart("wait... what") == "wait… what");
  CHECK(smart("\"...and\"") == "“…and”");
  CHECK(smart("the end....") == "the end….");
  CHECK(smart(".. and .....") == ".. and .....");
}

TEST_CASE("arrows of hyphens stay as they were typed") {
  for (const char* text : {"a --> b", "-->", "a<--b", "<-->", "a ---> b"}) CHECK(smart(text) == text);
}

TEST_CASE("a spaced hyphen is a spaced en dash behind a no-break space") {
  CHECK(smart("a - b") == "a~– b");
  CHECK(smart("a   -   b") == "a~– b");
  CHECK(smart("`code` - text") == "`code`~– text");
  CHECK(smart({emphasis({text("a")}), text(" - b")}) == "*a*~– b");
  CHECK(smart({text("a -"), soft(), text("b")}) == "a~–|b");
  CHECK(smart({text("a"), soft(), text("- b")}) == "a~– b");
  CHECK(smart("as follows -") == "as follows~–");
}

TEST_CASE("hyphens that are none of our business") {
  CHECK(smart("well-known, re-read, a -b and c- d") == "well-known, re-read, a -b and c- d");
  CHECK(smart("- b") == "- b");
  CHECK(smart("-") == "-");
  CHECK(smart("-1 to 1") == "-1 to 1");
}

TEST_CASE("two and three hyphens") {
  CHECK(smart("a--b") == "a–b");
  CHECK(smart("a -- b") == "a~– b");
  CHECK(smart("a---b") == "a—b");
  CHECK(smart("a --- b") == "a~— b");
  CHECK(smart("a — b") == "a~— b");
  CHECK(smart("run it with --inspect") == "run it with --inspect");
  CHECK(smart("a ---- b") == "a ---- b");
}

TEST_CASE("ranges of numbers") {
  CHECK(smart("10-20") == "10–20");
  CHECK(smart("pages 3-5, 1,000-2,000 and 0.5-1.5.") == "pages~3–5, 1,000–2,000 and 0.5–1.5.");
  CHECK(smart("100-300ms, 64KB-1MB, 10-20%") == "100–300ms, 64KB–1MB, 10–20%");
  CHECK(smart("(0-255)") == "(0–255)");
  CHECK(smart("450-2100 nanoseconds") == "450–2100 nanoseconds");
}

TEST_CASE("what only looks like a range") {
  for (const char* same : {"2025-09-15", "2025-09", "555-0199", "(212) 736-5000", "+1-800-555-0199", "V8-10", "x86-64", "ISO 8859-1",
                           "1.2.3-4", "5-3", "16-32-64", "a_1-2", "CVE-2023-22483", "#10-20"})
    CHECK(smart(same) == same);
}

TEST_CASE("bare addresses stay, other links are prose") {
  CHECK(smart(Inlines{linked("https://x.org/a--b...c", "https://x.org/a--b...c")}) == "[https://x.org/a--b...c]");
  CHECK(smart(Inlines{linked("mailto:a--b@x.org", "a--b@x.org")}) == "[a--b@x.org]");
  CHECK(smart(Inlines{linked("https://x.org", "it's - here")}) == "[it’s~– here]");
}

TEST_CASE("no-break spaces between number and unit") {
  CHECK(smart("10 ms, 64 KB, 2 GiB, 3 s, 5 %") == "10~ms, 64~KB, 2~GiB, 3~s, 5~%");
  CHECK(smart("10-20 ms and 1.5 MB/s.") == "10–20~ms and 1.5~MB/s.");
  CHECK(smart("10 misses, 3 streams, 2 buffers") == "10 misses, 3 streams, 2 buffers");
  CHECK(smart({text("takes 10"), soft(), text("ms")}) == "takes 10~ms");
}

TEST_CASE("no-break spaces between name and number") {
  CHECK(smart("Node.js 22, Figure 3.1, Table 2, Listing 3, Chapter 9, Volume 3") ==
        "Node.js~22, Figure~3.1, Table~2, Listing~3, Chapter~9, Volume~3");
  CHECK(smart("Node v22 and Appendix B") == "Node~v22 and Appendix~B");
  CHECK(smart("a Table of things, the Chapter before") == "a Table of things, the Chapter before");
}

TEST_CASE("no-break spaces behind abbreviations and initials") {
  CHECK(smart("e.g. this, i.e. that") == "e.g.~this, i.e.~that");
  CHECK(smart("D. E. Knuth and Isaac Z. Schlueter") == "D.~E.~Knuth and Isaac Z.~Schlueter");
  CHECK(smart("press Ctrl+C. Then wait") == "press Ctrl+C. Then wait");
}

TEST_CASE("titles: backquotes are code, the rest is prose") {
  CHECK(smart("The `Buffer` - it's \"core\"") == "The `Buffer`~– it’s “core”");
  CHECK(smart("one ` alone") == "one ` alone");
  CHECK(smart_inlines("").empty());
}

TEST_CASE("quotes: years and what else begins with an apostrophe, beside others") {
  CHECK(smart("in '10, '12 and don't") == "in ’10, ’12 and don’t");
  CHECK(smart("in '10, '12 and the authors' book") == "in ’10, ’12 and the authors’ book");
  CHECK(smart("the '90s, '80s' music and the users' guide") == "the ’90s, ’80s’ music and the users’ guide");
  CHECK(smart("('98) [’97] '96-'97 '95/'94 '93; '92: '91? '90.") == "(’98) [’97] ’96-’97 ’95/’94 ’93; ’92: ’91? ’90.");
  CHECK(smart("from '10 'til '12 he said 'go', 'tis 'em") == "from ’10 ’til ’12 he said ‘go’, ’tis ’em");
  CHECK(smart("'10 was good, rock 'n' roll, 'cause it's fun") == "’10 was good, rock ’n’ roll, ’cause it’s fun");
  CHECK(smart("\"'Tis the '90s,\" she said, \"y'all\"") == "“’Tis the ’90s,” she said, “y’all”");
  CHECK(smart("'in the '90s, as 'twas' and 'the class of '85'") == "‘in the ’90s, as ’twas’ and ‘the class of ’85’");
  CHECK(smart("a 'word' in '10 and 'two words' in '12") == "a ‘word’ in ’10 and ‘two words’ in ’12");
}

TEST_CASE("quotes: what looks like a year or a cut word may be a quotation") {
  CHECK(smart("'10' and '12' or '10 Things I Hate About You'") == "‘10’ and ‘12’ or ‘10 Things I Hate About You’");
  CHECK(smart("the word 'cause' and 'round the clock'") == "the word ‘cause’ and ‘round the clock’");
  CHECK(smart("press 'n' to go on") == "press ‘n’ to go on");
  CHECK(smart("drag 'n' drop") == "drag ’n’ drop");
}
