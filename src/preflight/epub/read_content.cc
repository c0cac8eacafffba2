// XHTML and SVG content documents: EPUB 3.3, section 6.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"
#include "preflight/epub/xml_reader.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 6> kFormElements{"form", "input", "button", "select", "textarea", "fieldset"};
constexpr std::array<std::string_view, 6> kFrameElements{"iframe", "frame", "frameset", "object", "embed", "applet"};
constexpr int kMostColspan = 1000;  // HTML's own limit

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

int whole_number(std::string_view text, int fallback) {
  int value = fallback;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? value : fallback;
}

class ContentHandler : public XmlHandler {
 public:
  ContentHandler(Reading& reading, const std::string& file) : reading_(reading), file_(file), content_(reading.book.contents[file]) {}

  void start(const XmlElement& element) override {
    ++depth_;
    if (const std::string_view id = element.attribute("id"); !id.empty()) add_id(id);
    if (element.name == "style") in_style_ = true, style_spot_ = element.spot;
    if (element.space == kSvg) start_svg(element);
    else start_html(element);
    look_at_attributes(element);
  }

  void end(std::string_view, std::string_view name) override {
    if (name == "title" && depth_ == title_depth_) in_title_ = false;
    if (name == "style" && in_style_) end_style();
    if (name == "tr" && !tables_.empty()) end_row();
    if (name == "table" && !tables_.empty()) end_table();
    if (name == "body") in_body_ = false;
    --depth_;
  }

  void text(std::string_view text) override {
    if (in_title_ && title_.size() < kMostShownBytes) title_ += text;
    if (in_style_) style_ += text;
    if (in_body_ && !content_.has_text) content_.has_text = has_letters(text);
  }

  bool has_title() const { return !trimmed(title_, kHtmlSpace).empty(); }
  bool is_html() const { return is_html_; }

 private:
  struct Table {
    Spot spot;
    int columns = 0, cells = 0;  // `columns`: of its widest row; `cells`: of the row being read
  };

  static bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80; });
  }

  void add_id(std::string_view id) {
    reading_.marks.spend(id.size());
    content_.ids.emplace(id);
  }
  void note(EpubRule rule, const XmlElement& element, std::string what) {
    reading_.findings.add(rule, {file_, element.spot}, std::move(what));
  }
  void refer(const XmlElement& element, Reference::Kind kind, std::string_view href) {
    if (!trimmed(href, kHtmlSpace).empty()) reading_.refer(file_, kind, href, element.spot);
  }

  void start_html(const XmlElement& element) {
    const std::string_view name = element.name;
    if (name == "html") is_html_ = true;
    if (name == "title" && !has_seen_title_) in_title_ = has_seen_title_ = true, title_depth_ = depth_;
    if (name == "body") in_body_ = true;
    if (name == "a" || name == "area") refer(element, Reference::Kind::Link, element.attribute("href"));
    if (name == "a" && element.has("name")) add_id(element.attribute("name"));
    if (name == "link") start_link(element);
    if (name == "script") start_script(element);
    if (name == "img") start_img(element);
    if (name == "audio" || name == "video" || name == "source" || name == "track") start_media(element);
    if (name == "table") tables_.push_back({element.spot});
    if ((name == "td" || name == "th") && !tables_.empty())
      tables_.back().cells += std::clamp(whole_number(element.attribute("colspan"), 1), 1, kMostColspan);
    if (is_one_of(name, kFormElements)) note(EpubRule::Form, element, fmt::format("<{}>", name));
    if (is_one_of(name, kFrameElements)) start_frame(element);
  }

  void start_svg(const XmlElement& element) {
    if (element.name == "title") return;
    if (element.name == "script") return note(EpubRule::Script, element, "<script>");
    if (element.name == "svg" && depth_ <= 1) measure(element);
    const std::string_view href = element.has("href") ? element.attribute("href") : element.attribute("href", kXlink);
    if (element.name == "a") refer(element, Reference::Kind::Link, href);
    else if (element.name == "image") refer(element, Reference::Kind::Picture, href);
    else if (!href.empty() && element.name != "use") refer(element, Reference::Kind::Other, href);
    if (element.name == "svg" || element.name == "image") check_sides(element);
  }

  void start_link(const XmlElement& element) {
    if (has_word(element.attribute("rel"), "stylesheet")) refer(element, Reference::Kind::Style, element.attribute("href"));
  }

  // Data blocks (JSON-LD, templates) are no scripts.
  void start_script(const XmlElement& element) {
    const std::string_view type = element.attribute("type");
    if (!type.empty() && type.find("script") == std::string_view::npos && type != "module") return;
    note(EpubRule::Script, element, "<script>");
    refer(element, Reference::Kind::Other, element.attribute("src"));
  }

  void start_img(const XmlElement& element) {
    refer(element, Reference::Kind::Picture, element.attribute("src"));
    if (!element.has("alt")) note(EpubRule::ImageText, element, in_quotes(element.attribute("src")));
  }

  void start_media(const XmlElement& element) {
    if (element.name == "audio" || element.name == "video") note(EpubRule::Media, element, fmt::format("<{}>", element.name));
    refer(element, Reference::Kind::Media, element.attribute("src"));
    refer(element, Reference::Kind::Picture, element.attribute("poster"));
  }

  void start_frame(const XmlElement& element) {
    note(EpubRule::Frame, element, fmt::format("<{}>", element.name));
    refer(element, Reference::Kind::Other, element.has("data") ? element.attribute("data") : element.attribute("src"));
  }

  void look_at_attributes(const XmlElement& element) {
    element.each_attribute([&](std::string_view name, std::string_view value) {
      if (name.size() > 2 && name.starts_with("on")) note(EpubRule::Script, element, fmt::format("the attribute {}", shown_word(name)));
      if (name != "style" || trimmed(value, kHtmlSpace).empty()) return;
      note(EpubRule::InlineStyle, element, fmt::format("style={}", in_quotes(value)));
      read_css(reading_, file_, value, element.spot, element.name);
    });
  }

  void end_style() {
    in_style_ = false;
    read_css(reading_, file_, style_, style_spot_);
    style_.clear();
  }

  void end_row() {
    tables_.back().columns = std::max(tables_.back().columns, tables_.back().cells);
    tables_.back().cells = 0;
  }

  void end_table() {
    reading_.findings.at_most(EpubRule::TableColumns, {file_, tables_.back().spot}, tables_.back().columns, "");
    tables_.pop_back();
  }

  // In pixels, if they are given so; the size of an SVG file is its viewBox otherwise.
  void measure(const XmlElement& element) {
    PictureFacts& facts = reading_.book.pictures[file_];
    facts.format = PictureFacts::Format::Svg;
    facts.width = pixels(element.attribute("width"));
    facts.height = pixels(element.attribute("height"));
  }

  void check_sides(const XmlElement& element) {
    for (const std::string_view side : {"width", "height"})
      reading_.findings.at_most(EpubRule::SvgSide, {file_, element.spot}, pixels(element.attribute(side)), side);
  }

  static double pixels(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    return read.ec == std::errc() && (unit.empty() || unit == "px") ? value : 0;
  }

  Reading& reading_;
  const std::string& file_;
  ContentFile& content_;
  std::vector<Table> tables_;
  std::string title_, style_;
  std::size_t depth_ = 0, title_depth_ = 0;
  Spot style_spot_;
  bool is_html_ = false, has_seen_title_ = false, in_title_ = false, in_style_ = false, in_body_ = false;
};

}  // namespace

void read_content(Reading& reading, const std::string& file) {
  const ZipEntry* entry = reading.book.archive.find(file);
  if (!entry) return;
  reading.findings.at_most(EpubRule::ContentSize, {file, 0}, static_cast<double>(entry->size) / 1e6, "");
  ContentHandler handler(reading, file);
  const bool is_sound = reading.is_sound(file, read_xml(reading.book.archive.read(*entry), handler));
  reading.book.contents[file].is_read = is_sound;
  if (is_sound && handler.is_html() && !handler.has_title())
    reading.findings.add(EpubRule::PageTitle, {file, 0}, "<title> is missing or empty");
}

}  // namespace nbpublish
