// A volume of a few chapters, made in memory and laid out whole.
#include "layout/page/volume_layout.h"

#include <catch2/catch.hpp>

#include "document/resolve.h"
#include "support/blocks.h"
#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block far_link(const std::string& chapter, const std::string& anchor = "") {
  return paragraph(Inlines{text("See "), link_to(InternalTarget{chapter, anchor}, "the other"), text(".")});
}

Document named(std::string key, std::string title, Blocks blocks) {
  Document document = document_of(std::move(blocks));
  document.chapter = key;
  document.file = "chapters/" + key + ".md";
  document.title = {text(std::move(title))};
  return document;
}

// Two topics of two chapters; the first chapter and the third refer to each other.
struct SmallVolume {
  SmallVolume() {
    Blocks first = {far_link("three", "far")};
    for (int i = 0; i < 60; ++i) first.push_back(paragraph(words(40)));
    documents = {named("one", "First", first), named("two", "Second", {heading(2, "Inside", "inside"), paragraph(words(30))}),
                 named("three", "Third", {far_link("one"), heading(2, "Far", "far"), paragraph(words(30))}),
                 named("four", "Fourth", {paragraph("The end.")})};
    book.meta.title = "A Book";
    book.meta.authors = {"Ada Example"};
    Volume volume;
    volume.key = "volume-1";
    volume.number = 1;
    volume.title = "A Volume";
    for (int t = 0; t < 2; ++t) {
      Topic topic;
      topic.number = t + 1;
      topic.title = t == 0 ? "Beginnings" : "Ends";
      topic.summary = "What it is about.";
      for (int c = 0; c < 2; ++c) {
        const Document& document = documents[static_cast<std::size_t>(2 * t + c)];
        Chapter chapter;
        chapter.key = document.chapter;
        chapter.file = document.file;
        chapter.number = c + 1;
        topic.chapters.push_back(std::move(chapter));
      }
      volume.topics.push_back(std::move(topic));
    }
    book.volumes.push_back(std::move(volume));
  }

  VolumeInput input(unsigned jobs = 1) const {
    VolumeInput in;
    in.texts.book = &book;
    in.texts.volume = &book.volumes[0];
    for (std::size_t t = 0; t < 2; ++t) {
      TopicTexts topic{&book.volumes[0].topics[t], {}};
      for (std::size_t c = 0; c < 2; ++c) topic.chapters.push_back({&topic.topic->chapters[c], &documents[2 * t + c]});
      in.texts.topics.push_back(std::move(topic));
    }
    in.pictures = &pictures;
    in.style = &style;
    in.fonts = &project_fonts();
    in.jobs = jobs;
    return in;
  }

  PagedVolume lay_out(unsigned jobs = 1) { return value_or_throw(layout_volume(input(jobs), sink)); }

  Book book;
  std::vector<Document> documents;
  PictureTable pictures;
  Style style = project_style();
  DiagnosticSink sink;
};

const PagedPart& part(const PagedVolume& volume, std::string_view key) {
  for (const PagedPart& p : volume.parts)
    if (p.key == key) return p;
  throw std::runtime_error("no part '" + std::string(key) + "'");
}

std::string label_of(const PagedVolume& volume, std::string_view destination) {
  for (const PagedPart& p : volume.parts)
    for (const Page& page : p.pages)
      for (const Destination& d : page.destinations)
        if (d.name == destination) return page.label;
  return "none";
}

std::string text_of_part(const PagedPart& p) {
  std::string out;
  for (const Page& page : p.pages) out += text_of(page.items) + "\n";
  return out;
}

std::string whole_dump(const PagedVolume& volume) {
  std::string out;
  for (const PagedPart& p : volume.parts) out += dump(p, project_fonts());
  return out;
}

std::vector<std::string> keys_of(const PagedVolume& volume) {
  std::vector<std::string> keys;
  for (const PagedPart& p : volume.parts) keys.push_back(p.key);
  return keys;
}

}  // namespace

TEST_CASE("parts stand in the usual order") {
  SmallVolume small;
  CHECK(keys_of(small.lay_out()) ==
        std::vector<std::string>{"title", "glance", "contents", "conventions", "topic-1", "one", "two", "topic-2", "three", "four"});
}

TEST_CASE("matter that is given stands in its place") {
  SmallVolume small;
  const Document preface = named("matter/preface", "Preface", {paragraph("Before.")}),
                 glossary = named("matter/glossary", "Glossary", {paragraph("Words.")});
  VolumeInput input = small.input();
  input.texts.matter = {{{MatterRole::Preface}, &preface}, {{MatterRole::Glossary}, &glossary}};
  const auto keys = keys_of(value_or_throw(layout_volume(input, small.sink)));
  CHECK(std::find(keys.begin(), keys.end(), "matter/preface") < std::find(keys.begin(), keys.end(), "conventions"));
  CHECK(keys.back() == "matter/glossary");
}

TEST_CASE("chapters that print each other's pages settle on the true numbers") {
  SmallVolume small;
  const PagedVolume volume = small.lay_out();
  CHECK(small.sink.all().empty());
  CHECK(text_of_part(part(volume, "one")).find("(page " + label_of(volume, "three#far") + ")") != std::string::npos);
  CHECK(text_of_part(part(volume, "three")).find("(page " + label_of(volume, "one") + ")") != std::string::npos);
  CHECK(text_of_part(part(volume, "one")).find(PageNumbers::kUnknownPage) == std::string::npos);
}

TEST_CASE("the contents print the numbers that the pages carry") {
  SmallVolume small;
  const PagedVolume volume = small.lay_out();
  const std::string contents = text_of_part(part(volume, "contents"));
  for (const auto& [name, printed] : std::vector<std::pair<std::string, std::string>>{{"topic-1", "1 Beginnings "},
                                                                                      {"one", "1.1 First "},
                                                                                      {"two", "1.2 Second "},
                                                                                      {"two#inside", "Inside "},
                                                                                      {"topic-2", "2 Ends "},
                                                                                      {"three", "2.1 Third "},
                                                                                      {"three#far", "Far "},
                                                                                      {"four", "2.2 Fourth "},
                                                                                      {"conventions", "How This Book Is Set "}}) {
    INFO(name);
    CHECK(contents.find(printed + label_of(volume, name)) != std::string::npos);
  }
  const std::string glance = text_of_part(part(volume, "glance"));
  CHECK(glance.find("1 Beginnings " + label_of(volume, "topic-1")) != std::string::npos);
  CHECK(glance.find("1.1 First " + label_of(volume, "one")) != std::string::npos);
  CHECK(glance.find("Inside") == std::string::npos);
}

TEST_CASE("a topic's list says what its chapters are about, unless that is more than the page holds") {
  SmallVolume small;
  small.documents[0].standfirst = {text("What the first is about.")};
  CHECK(text_of_part(part(small.lay_out(), "topic-1")).find("First 3What the first is about.1.2 Second") != std::string::npos);
  small.documents[1].standfirst = {text(words(600))};
  CHECK(text_of_part(part(small.lay_out(), "topic-1")).find("What the first is about.") == std::string::npos);
}

TEST_CASE("running heads of the contents say the topic, on versos too") {
  SmallVolume small;
  for (Document& document : small.documents)
    for (int i = 0; i < 40; ++i) document.blocks.push_back(heading(2, "Section " + std::to_string(i), "s" + std::to_string(i)));
  const PagedVolume volume = small.lay_out();
  const PagedPart& contents = part(volume, "contents");
  REQUIRE(contents.pages.size() > 2);
  CHECK_FALSE(contents.pages[1].recto);
  CHECK(all_text_of(contents.pages[1].furniture).find("Contents \u00B7 1 Beginnings") != std::string::npos);
  CHECK(all_text_of(contents.pages[2].furniture).find("Contents \u00B7 2 Ends") != std::string::npos);
}

TEST_CASE("the map of an opener has the true pages, and costs no second layout of the chapters") {
  SmallVolume small;
  for (std::size_t d = 0; d < 2; ++d) {
    // What is drawn of a listing stands before all words of the page.
    small.documents[d].blocks.insert(small.documents[d].blocks.begin(), code_block("a();\nb();", "js"));
    for (int i = 0; i < 4; ++i) {
      const std::string n = std::to_string(i);
      small.documents[d].blocks.push_back(heading(2, "Part " + n, "p" + n));
      for (int k = 0; k < 15; ++k) small.documents[d].blocks.push_back(paragraph(words(40)));
    }
  }
  small.documents[1].blocks.push_back(paragraph(Inlines{link_to(InternalTarget{"one", ""}, "back")}));
  std::size_t laid_out = 0;
  VolumeInput input = small.input();
  input.progress = [&](std::size_t, std::size_t) { ++laid_out; };
  const PagedVolume volume = value_or_throw(layout_volume(input, small.sink));
  for (const char* key : {"one", "two"}) {
    const std::string opener = text_of(part(volume, key).pages[0].items);
    for (int i = 0; i < 4; ++i) {
      const std::string n = std::to_string(i);
      CHECK(opener.find("Part " + n + ", " + label_of(volume, std::string(key) + "#p" + n)) != std::string::npos);
    }
    CHECK(opener.find(PageNumbers::kUnknownPage) == std::string::npos);
    CHECK(std::ranges::any_of(part(volume, key).pages[0].items,
                              [](const FrameItem& item) { return !std::holds_alternative<GlyphRun>(item.content); }));
  }
  CHECK(text_of(part(volume, "two").pages[0].items).find("You need: 1.1 First (" + label_of(volume, "one") + ")") != std::string::npos);
  // All in the first round; then those that print a page of another chapter.
  CHECK(laid_out <= 5 + 3 + 3);
}

TEST_CASE("front matter has roman folios, the first topic page is 1, and topics open on rectos") {
  SmallVolume small;
  const PagedVolume volume = small.lay_out();
  CHECK(part(volume, "title").pages.front().label == "i");
  CHECK(label_of(volume, "topic-1") == "1");
  for (const char* name : {"topic-2", "one", "three", "four"}) {
    INFO(name);
    CHECK(std::stoi(label_of(volume, name)) % 2 == 1);
  }
}

TEST_CASE("chapters may start on the next page") {
  SmallVolume small;
  small.book.chapter_start = ChapterStart::Next;
  const PagedVolume volume = small.lay_out();
  const auto next = std::stoi(part(volume, "two").pages.front().label) - std::stoi(part(volume, "one").pages.back().label);
  CHECK(next == 1);
  for (const char* key : {"one", "three"}) CHECK_FALSE(part(volume, key).pages.back().blank);
}

TEST_CASE("pages mirror: rectos stand at the inner margin on the left, versos on the right") {
  SmallVolume small;
  small.style.inner_margins = {{1000, Length::pt(60)}};
  const PagedVolume volume = small.lay_out();
  const Length outside = small.style.trim_width - small.style.measure - small.style.inner_margin(1);
  for (const Page& page : part(volume, "one").pages) {
    if (page.blank) continue;
    const bool recto = std::stoi(page.label) % 2 == 1;
    for (const FrameItem& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        CHECK(run->origin.x + page.across >= (recto ? small.style.inner_margin(1) : outside));
        break;
      }
  }
}

TEST_CASE("heads: the chapter on versos, no head on the opener, nothing on title and topic pages") {
  SmallVolume small;
  const PagedVolume volume = small.lay_out();
  const PagedPart& one = part(volume, "one");
  CHECK(all_text_of(one.pages[0].furniture) == one.pages[0].label);
  CHECK(all_text_of(one.pages[1].furniture).find("1.1 First") != std::string::npos);
  CHECK(all_text_of(one.pages[2].furniture).find("First") != std::string::npos);
  for (const char* key : {"title", "topic-1"})
    for (const Page& page : part(volume, key).pages) CHECK(page.furniture.empty());
}

TEST_CASE("every internal link leads to a destination of the volume") {
  SmallVolume small;
  small.documents[3].blocks.push_back(far_link("elsewhere"));  // in another volume
  const PagedVolume volume = small.lay_out();
  std::size_t links = 0;
  for (const PagedPart& p : volume.parts)
    for (const Page& page : p.pages)
      for (const LinkArea& link : page.links)
        if (const auto* target = std::get_if<InternalTarget>(&link.target)) {
          ++links;
          INFO(destination_name(*target));
          CHECK(label_of(volume, destination_name(*target)) != "none");
        }
  CHECK(links > 10);
  CHECK(text_of_part(part(volume, "four")).find("the other") != std::string::npos);
}

TEST_CASE("the number of threads changes nothing") {
  SmallVolume one, four;
  CHECK(whole_dump(one.lay_out(1)) == whole_dump(four.lay_out(4)));
}

TEST_CASE("an early-access build says so on the title page and in heads, and shows planned topics") {
  SmallVolume small;
  Topic planned;
  planned.number = 3;
  planned.title = "Yet to Come";
  planned.status = ChapterStatus::Planned;
  small.book.volumes[0].topics.push_back(planned);
  VolumeInput input = small.input();
  input.texts.early_access = true;
  input.texts.topics.push_back({&small.book.volumes[0].topics[2], {}});
  const PagedVolume volume = value_or_throw(layout_volume(input, small.sink));
  CHECK(text_of_part(part(volume, "title")).find("Early access") != std::string::npos);
  CHECK(all_text_of(part(volume, "one").pages[1].furniture).find("Early access") != std::string::npos);
  const std::string contents = text_of_part(part(volume, "contents"));
  CHECK(contents.find("3 Yet to Come") != std::string::npos);
  CHECK(contents.find("Yet to Come 0") == std::string::npos);
}

TEST_CASE("diagnostics of a chapter are told once, however many rounds it took") {
  SmallVolume small;
  small.documents[0].blocks.push_back(paragraph("\U000F0000"));  // a character that no font has
  small.lay_out();
  CHECK(small.sink.all().size() == 1);
}

TEST_CASE("one volume of several carries its own title") {
  SmallVolume small;
  CHECK(small.lay_out().info.title == "A Book");
  small.book.volumes.push_back(small.book.volumes[0]);
  CHECK(small.lay_out().info.title == "A Book: A Volume");
}

namespace {

// The run that begins so.
const GlyphRun& run_with(const Page& page, std::string_view begin) {
  for (const FrameItem& item : page.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run && run->text.starts_with(begin)) return *run;
  throw std::runtime_error("no '" + std::string(begin) + "' on the page");
}

}  // namespace

TEST_CASE("set, number and title of a volume are a block that begins at the titles' line; a book in one volume has its title there") {
  SmallVolume small;
  const Style& style = small.style;
  const auto line_of = [&](const GlyphRun& run) {
    return static_cast<double>((run.origin.y - style.top + style.baseline_drop).units()) / static_cast<double>(style.leading.units());
  };
  {
    const PagedVolume volume = small.lay_out();
    CHECK(line_of(run_with(part(volume, "title").pages[2], "A")) == style.matter_title_line);
  }
  small.book.volumes.push_back(small.book.volumes[0]);
  small.book.volumes[0].subtitle = "Or Not";
  small.book.volumes[0].title = "Some Volume";
  const PagedVolume volume = small.lay_out();
  const Page& page = part(volume, "title").pages[2];
  CHECK(line_of(run_with(page, "A")) == style.matter_title_line);
  CHECK(line_of(run_with(page, "Volume")) == style.matter_title_line + 2);
  CHECK(line_of(run_with(page, "Some")) == style.matter_title_line + 5);
  for (const char* words : {"Volume", "Some", "Or", "Ada"}) CHECK(run_with(page, words).origin.x == run_with(page, "A").origin.x);
}

TEST_CASE("a dedication is set from the left, as all pages of titles are") {
  SmallVolume small;
  const Document dedication = named("matter/dedication", "", {paragraph("For you,"), paragraph("and for everyone else.")});
  VolumeInput input = small.input();
  input.texts.matter = {{{MatterRole::Dedication}, &dedication}};
  const PagedVolume volume = value_or_throw(layout_volume(input, small.sink));
  const PagedPart& title = part(volume, "title");
  const Length left = run_with(title.pages[2], "A").origin.x;
  CHECK(run_with(title.pages[4], "For").origin.x == left);
  CHECK(run_with(title.pages[4], "and").origin.x == left);
}

TEST_CASE("the imprint is the publisher, or else the site") {
  SmallVolume small;
  small.book.meta.site = "https://book.example";
  const auto title_text = [&](std::size_t page) { return text_of(part(small.lay_out(), "title").pages[page].items); };
  CHECK(title_text(2).ends_with("book.example"));
  CHECK(title_text(2).find("://") == std::string::npos);
  CHECK(title_text(3).find("https://book.example") != std::string::npos);
  CHECK(title_text(3).find("Published by") == std::string::npos);
  CHECK(title_text(3).find("A Book.") == std::string::npos);  // a full stop only before an edition
  small.book.meta.publisher = "Press";
  small.book.meta.edition = "First edition";
  CHECK(title_text(2).find("book.example") == std::string::npos);
  CHECK(title_text(3).find("Published by Press, https://book.example.") != std::string::npos);
  CHECK(title_text(3).find("A Book. First edition") != std::string::npos);
}

TEST_CASE("titles with markup are set so on the pages that the manifest makes, and are plain in outline and metadata") {
  SmallVolume small;
  const Phrase own = Phrase::of({text("One\u2019s "), {{}, Code{"code"}}, text(" & "), {{}, Emphasis{{text("stars")}}}});
  small.book.meta.title = own;
  small.book.volumes[0].topics[0].title = own;
  small.book.volumes[0].topics[0].summary = own;
  const PagedVolume volume = small.lay_out();
  const std::string plain = "One\u2019s code & stars";
  CHECK(volume.info.title == plain);
  CHECK(volume.info.keywords.front() == plain);
  const PagedPart &title = part(volume, "title"), &topic = part(volume, "topic-1");
  CHECK(topic.outline.front().text == "Chapter 1. " + plain);
  const FontId mono = project_fonts().find(small.style.family_mono, 400, false);
  const auto has_code = [&](const Page& page) {
    return std::ranges::any_of(page.items, [&](const FrameItem& item) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      return run != nullptr && run->text.find("code") != std::string::npos &&
             project_fonts().entry(run->font).family == project_fonts().entry(mono).family;
    });
  };
  for (const Page* page : {&title.pages[0], &title.pages[2], &topic.pages[0]}) {
    CHECK(text_of(page->items).find(plain) != std::string::npos);
    CHECK(has_code(*page));
  }
  CHECK(text_of_part(part(volume, "contents")).find(plain) != std::string::npos);
}

TEST_CASE("a topic's verso lists its chapters with the pages they are on") {
  SmallVolume small;
  const PagedVolume volume = small.lay_out();
  const PagedPart& topic = part(volume, "topic-1");
  REQUIRE(topic.pages.size() >= 2);
  CHECK(text_of(topic.pages[0].items).find("Beginnings") != std::string::npos);
  CHECK(text_of(topic.pages[0].items).find("What it is about.") != std::string::npos);
  CHECK(text_of(topic.pages[1].items).find("1.1 First " + label_of(volume, "one")) != std::string::npos);
  CHECK(text_of(topic.pages[1].items).find("1.2 Second " + label_of(volume, "two")) != std::string::npos);
}

namespace {

Block marked(const std::string& words) { return paragraph(Inlines{{{}, IndexMark{{text(words)}, {}, {}, {}, false, ""}}}); }

Block captioned(const std::string& words) {
  CodeBlock code;
  code.text = "a";
  code.caption = {text(words)};
  return {0, {}, std::move(code)};
}

}  // namespace

TEST_CASE("the index stands behind the text and prints the folios of its places") {
  SmallVolume v;
  v.documents[0].blocks.push_back(marked("late"));
  v.documents[2].blocks.push_back(marked("later"));
  std::vector<const Document*> all;
  for (Document& document : v.documents) {
    assign_index_anchors(document);
    all.push_back(&document);
  }
  const BookIndex index = collect_index(all, {}, "en", v.sink);
  VolumeInput input = v.input();
  input.texts.index = &index;
  const PagedVolume volume = value_or_throw(layout_volume(input, v.sink));
  CHECK(volume.parts.back().key == "index");
  const std::string words = text_of_part(volume.parts.back());
  CHECK(words.find("late, " + label_of(volume, "one#ix.1")) != std::string::npos);
  CHECK(words.find("later, " + label_of(volume, "three#ix.1")) != std::string::npos);
  CHECK(text_of_part(part(volume, "contents")).find("Index " + volume.parts.back().pages[0].label) != std::string::npos);
  CHECK(volume.parts.back().outline.at(0).destination == "index");
  CHECK(v.sink.all().empty());
}

TEST_CASE("lists of captions stand behind the contents with folios; one entry makes none") {
  SmallVolume v;
  for (const char* words : {"One", "Two"}) v.documents[0].blocks.push_back(captioned(words));
  v.documents[3].blocks.push_back({0, {}, Figure{"a.png", "", {text("Only")}, "", ""}});
  CaptionCounters counters;
  for (Document& document : v.documents) {
    number_captions(document, "1", counters);
    assign_caption_anchors(document);
  }
  v.book.lists = {CaptionList::Figures, CaptionList::Listings};
  CHECK(v.lay_out().parts[3].key == "conventions");  // a list of fewer than eight entries
  v.book.shortest_list = 2;
  const PagedVolume volume = v.lay_out();
  CHECK(volume.parts[2].key == "contents");
  CHECK(volume.parts[3].key == "list-of-Listings");
  CHECK(text_of_part(volume.parts[3]) ==
        "Listings1.1 One " + label_of(volume, "one#listing-1.1") + "1.2 Two " + label_of(volume, "one#listing-1.2") + "\n");
  for (const PagedPart& p : volume.parts) CHECK(p.key != "list-of-Figures");
}

TEST_CASE("a reference by page in the same chapter prints the folio") {
  SmallVolume v;
  Link link{InternalTarget{"one", "end"}, "", {text("the end")}, PageText::Instead};
  v.documents[0].blocks.insert(v.documents[0].blocks.begin(), paragraph(Inlines{{{}, std::move(link)}}));
  v.documents[0].blocks.push_back(heading(2, "End", "end"));
  v.documents[0].blocks.push_back(paragraph(words(30)));
  const PagedVolume volume = v.lay_out();
  CHECK(text_of_part(part(volume, "one")).find("page " + label_of(volume, "one#end") + "See") != std::string::npos);
  CHECK(v.sink.all().empty());
}
