#include "layout/page/title_pages.h"

#include <fmt/format.h>

#include "base/roman.h"
#include "document/printed_pages.h"
#include "document/walk.h"
#include "layout/flow/flow.h"
#include "layout/page/sheet.h"

namespace nbpublish {
namespace {

constexpr int kLinesAboveTitle = 2;                                                // below the volume's number
constexpr Length kTitleRule = Length::pt(0.75), kTitleRuleWidth = Length::pt(72);  // below the author

std::string joined(const std::vector<std::string>& names, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? std::string(last) : ", ";
    out += names[i];
  }
  return out;
}

// "thenodebook.com" of "https://thenodebook.com".
std::string without_scheme(const std::string& address) {
  const std::size_t scheme = address.find("://");
  return scheme == std::string::npos ? address : address.substr(scheme + 3);
}

std::string volume_label(const Volume& volume) { return "Volume " + capital_roman(volume.number); }

// Several volumes of a set carry their own titles; a book in one volume has one.
bool is_one_of_several(const VolumeTexts& texts) { return texts.book->volumes.size() > 1; }

class TitlePages {
 public:
  TitlePages(LayoutContext& context, const VolumeTexts& texts)
      : context_(context), style_(context.style), texts_(texts), meta_(texts.book->meta), volume_(*texts.volume) {}

  LaidOutChapter make_title_pages() {
    out_.part.key = kTitleKey;
    add_half_title();
    add_other_volumes();
    add_title();
    add_copyright();
    for (const auto& [id, document] : texts_.matter)
      if (place_of(id) == MatterPlace::TitlePages) add_matter(id, *document);
    out_.part.outline.push_back({2, "Title page", std::string(kTitleKey)});
    out_.part.tags = std::move(context_.tags);
    return std::move(out_);
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const VolumeTexts& texts_;
  const Metadata& meta_;
  const Volume& volume_;
  LaidOutChapter out_;

  TagId paragraph() { return context_.tags.add(kRootTag, TagRole::P); }
  const Phrase& main_title() const { return is_one_of_several(texts_) ? volume_.title : meta_.title; }

  // `place` names the page for links: "title#copyright", "title" for the first.
  void push(Sheet sheet, const std::string& place) {
    Page page;
    page.destinations.push_back({destination_name({out_.part.key, place}), {{}, style_.top}});
    page.blank = sheet.items.empty();
    page.items = std::move(sheet.items);
    page.links = std::move(sheet.links);
    shift(page, {}, style_.top);
    out_.part.pages.push_back(std::move(page));
    out_.facts.push_back({false, true, {}});
  }

  void add_half_title() {
    Sheet sheet(context_);
    sheet.add(
        is_one_of_several(texts_) ? joined_words({meta_.title.words(), {{{}, Text{". "}}}, volume_.title.words()}) : meta_.title.words(),
        sheet.look(style_.title_set), context_.style.matter_title_line, paragraph());
    push(std::move(sheet), "");
  }

  void add_other_volumes() {
    Sheet sheet(context_);
    if (is_one_of_several(texts_)) {
      int line = sheet.add(meta_.title.words(), sheet.look(style_.title_set), context_.style.matter_title_line, paragraph());
      for (const Volume& v : texts_.book->volumes)
        line = sheet.add(joined_words({{{{}, Text{volume_label(v) + "\u2003"}}}, v.title.words()}), sheet.look(style_.title_small),
                         line + 1, paragraph());
    }
    push(std::move(sheet), "volumes");
  }

  void add_title() {
    Sheet sheet(context_);
    int line = style_.matter_title_line;
    if (is_one_of_several(texts_)) {
      line = sheet.add(meta_.title.words(), sheet.look(style_.title_set), line, paragraph());
      line = sheet.add(volume_label(volume_), sheet.look(style_.title_small), line, paragraph()) + kLinesAboveTitle;
    }
    Sheet::Look title = sheet.look(style_.title_volume);
    title.alignment = Alignment::Balanced;
    line = sheet.add(main_title().words(), title, line, context_.tags.add(kRootTag, TagRole::H1));
    const Phrase& subtitle = is_one_of_several(texts_) ? volume_.subtitle : meta_.subtitle;
    if (!subtitle.empty()) line = sheet.add(subtitle.words(), sheet.look(style_.title_small), line, paragraph()) + 1;
    line = sheet.add(joined(meta_.authors, " and "), sheet.look(style_.title_small), line + 1, paragraph());
    sheet.items.push_back({kArtifact, 0, 0, 0, Fill{{{}, sheet.baseline(line), kTitleRuleWidth, kTitleRule}, ColourRole::Rule}});
    if (texts_.early_access) sheet.add(early_access_words(*texts_.book), sheet.look(style_.title_small), line + 2, paragraph());
    const std::string imprint = meta_.publisher.empty() ? without_scheme(meta_.site) : meta_.publisher;
    const int foot = style_.lines - (imprint.empty() ? 0 : 1);
    if (!meta_.edition.empty()) sheet.add(meta_.edition, sheet.look(style_.title_small), foot, paragraph());
    if (!imprint.empty()) sheet.add(imprint, sheet.look(style_.title_small), style_.lines, paragraph());
    push(std::move(sheet), "title-page");
  }

  std::vector<Inlines> copyright_paragraphs() const {
    std::vector<Inlines> p;
    const auto plain = [](std::string text) { return Inlines{{{}, Text{std::move(text)}}}; };
    const Inlines edition = plain(meta_.edition.empty() ? "" : ". " + meta_.edition);
    p.push_back(is_one_of_several(texts_)
                    ? joined_words({meta_.title.words(), plain(", " + volume_label(volume_) + ": "), volume_.title.words(), edition})
                    : joined_words({meta_.title.words(), edition}));
    const auto put = [&](std::string text) {
      if (!text.empty()) p.push_back(plain(std::move(text)));
    };
    put(meta_.rights);
    put(meta_.licence.empty()
            ? (meta_.rights.empty() || meta_.rights.find("ights reserved") == std::string::npos ? "All rights reserved." : "")
            : "Licensed under " + meta_.licence + ".");
    std::vector<std::string> imprint;
    for (const std::string* part : {&meta_.publisher, &meta_.place, &meta_.site})
      if (!part->empty()) imprint.push_back(*part);
    put(meta_.publisher.empty() ? joined(imprint, ", ") : "Published by " + joined(imprint, ", ") + ".");
    for (const auto& [format, id] : volume_.identifiers) {
      const std::string name = format == "print" ? "Paperback" : format == "pdf" ? "PDF" : format == "epub" ? "EPUB" : format;
      put(name + ": " + (id.starts_with("isbn:") ? "ISBN " + id.substr(5) : id));
    }
    put(edition_line());
    if (!meta_.node_versions.empty()) put("Tested with Node.js " + joined(meta_.node_versions, " and ") + ".");
    if (!meta_.errata.empty()) put("Errata: " + meta_.errata);
    put(meta_.trademarks);
    put(meta_.disclaimer);
    for (const std::string& credit : meta_.credits) put(credit);
    if (!meta_.contributors.empty()) put("With contributions by " + joined(meta_.contributors, " and ") + ".");
    return p;
  }

  // "Revision 1.0, 2026-11-01" and the printer's number line.
  std::string edition_line() const {
    std::string line = meta_.revision.empty() ? "" : "Revision " + meta_.revision;
    if (!meta_.date.empty()) line += (line.empty() ? "" : ", ") + meta_.date;
    std::string numbers;
    for (int n = 10; n >= std::max(1, meta_.printing); --n) numbers += std::to_string(n) + (n > std::max(1, meta_.printing) ? " " : "");
    return line.empty() ? numbers : line + ".\u2003" + numbers;
  }

  // Set at the foot of the page: laid out once from the top, then moved down.
  void add_copyright() {
    Sheet sheet(context_);
    const Sheet::Look look = sheet.look(style_.copyright);
    Length y = style_.copyright.leading;
    for (const Inlines& words : copyright_paragraphs()) y = sheet.add_at(words, look, y, paragraph()) + style_.copyright.leading / 2;
    y -= style_.copyright.leading / 2 + style_.copyright.leading;
    const Length down = std::max(sheet.baseline(style_.lines) - y, Length{});
    for (FrameItem& item : sheet.items) shift(item, {}, down);
    push(std::move(sheet), "copyright");
  }

  void add_matter(MatterId id, const Document& document) {
    Sheet sheet(context_);
    int line = context_.style.matter_title_line;
    for_each_block(document, [&](const Block& block) {
      const auto* p = as<Paragraph>(block);
      if (p == nullptr) return;
      TextStyle text = style_.text;
      text.italic = true;
      line = sheet.add(p->children, sheet.look(text), line, context_.tags.add(kRootTag, TagRole::P, block.id)) + 1;
    });
    push(std::move(sheet), name_of(id));
  }
};

}  // namespace

std::string early_access_words(const Book& book) {
  return book.meta.revision.empty() ? "Early access, not final" : "Early access, revision " + book.meta.revision + ", not final";
}

LaidOutChapter layout_title_pages(LayoutContext& context, const VolumeTexts& texts) {
  return TitlePages(context, texts).make_title_pages();
}

}  // namespace nbpublish
