#include "source/html_tokens.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "source/cmark_document.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 8> kVoidTags = {"br", "hr", "img", "wbr", "input", "source", "meta", "link"};

bool is_name(char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == ':' || c == '_'; }

class Cutter {
 public:
  explicit Cutter(std::string_view html) : html_(html) {}

  std::vector<HtmlToken> cut_tokens() {
    while (pos_ < html_.size()) {
      const std::size_t begin = pos_;
      HtmlToken token;
      if (html_[pos_] == '<' && (comment(token) || tag(token))) {
        flush_text(begin);
        token.begin = begin;
        token.end = text_from_ = pos_;
        tokens_.push_back(std::move(token));
        skip_raw_text(tokens_.back());
      } else {
        pos_ = begin + 1;
      }
    }
    flush_text(html_.size());
    return std::move(tokens_);
  }

 private:
  char at() const { return pos_ < html_.size() ? html_[pos_] : '\0'; }
  void skip_spaces() {
    while (pos_ < html_.size() && is_markdown_space(html_[pos_])) ++pos_;
  }
  std::string word() {
    const std::size_t begin = pos_;
    while (pos_ < html_.size() && is_name(html_[pos_])) ++pos_;
    return std::string(html_.substr(begin, pos_ - begin));
  }

  // An end that was missing once is missing further on too: keeps a row of unclosed tags linear.
  std::size_t find_end(std::string_view close, std::size_t from) {
    if (std::ranges::find(missing_, close) != missing_.end()) return html_.npos;
    const std::size_t end = html_.find(close, from);
    if (end == html_.npos) missing_.push_back(close);
    return end;
  }

  void flush_text(std::size_t end) {
    if (end > text_from_) {
      HtmlToken& text = tokens_.emplace_back();
      text.begin = text_from_;
      text.end = end;
    }
  }

  // What looks like tags inside is none.
  void skip_raw_text(const HtmlToken& token) {
    if (token.kind != HtmlToken::Kind::Open || (!token.is("script") && !token.is("style"))) return;
    const std::string close = "</" + lowered(token.name);
    const auto same = [](char a, char b) { return to_lower(a) == to_lower(b); };
    const auto found = std::search(html_.begin() + static_cast<std::ptrdiff_t>(pos_), html_.end(), close.begin(), close.end(), same);
    pos_ = static_cast<std::size_t>(found - html_.begin());
  }

  bool comment(HtmlToken& token) {
    const std::string_view rest = html_.substr(pos_);
    token.kind = HtmlToken::Kind::Comment;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}) {
      if (!rest.starts_with(open)) continue;
      const std::size_t end = find_end(close, pos_ + open.size() - (open == "<!--" ? 2 : 0));
      if (end != html_.npos) return pos_ = end + close.size(), true;
      if (open == "<!" && (rest.size() < 3 || !is_letter(rest[2]))) return false;
      token.closed = false;
      return pos_ = html_.size(), true;
    }
    return false;
  }

  bool tag(HtmlToken& token) {
    ++pos_;
    const bool closing = at() == '/';
    if (closing) ++pos_;
    if (!is_letter(at())) return false;
    token.name = word();
    if (!attributes(token)) return false;
    bool alone = std::ranges::find(kVoidTags, lowered(token.name)) != kVoidTags.end();
    if (at() == '/') alone = true, ++pos_;
    if (at() != '>') return false;
    ++pos_;
    token.kind = closing ? HtmlToken::Kind::Close : alone ? HtmlToken::Kind::Void : HtmlToken::Kind::Open;
    return true;
  }

  bool attributes(HtmlToken& token) {
    for (;;) {
      skip_spaces();
      if (at() == '>' || at() == '/' || at() == '\0') return true;
      std::string key = lowered(word());
      if (key.empty()) return false;
      skip_spaces();
      std::string value;
      if (at() == '=') {
        ++pos_;
        skip_spaces();
        if (!attribute_value(value)) return false;
      }
      token.attributes.emplace_back(std::move(key), decode_entities(value));
    }
  }

  bool attribute_value(std::string& value) {
    const char quote = at();
    const std::size_t begin = pos_;
    if (quote == '"' || quote == '\'') {
      const std::size_t end = find_end(html_.substr(pos_, 1), pos_ + 1);
      if (end == html_.npos) return false;
      value = html_.substr(begin + 1, end - begin - 1);
      return pos_ = end + 1, true;
    }
    while (pos_ < html_.size() && !is_markdown_space(html_[pos_]) && html_[pos_] != '>') ++pos_;
    value = html_.substr(begin, pos_ - begin);
    return !value.empty();
  }

  std::string_view html_;
  std::vector<HtmlToken> tokens_;
  std::vector<std::string_view> missing_;
  std::size_t pos_ = 0, text_from_ = 0;
};

}  // namespace

bool HtmlToken::is(std::string_view tag) const { return lowered(name) == tag; }

std::string HtmlToken::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes)
    if (name_of == key) return value;
  return {};
}

bool HtmlToken::has(std::string_view key) const {
  return std::ranges::any_of(attributes, [&](const auto& attribute) { return attribute.first == key; });
}

std::vector<std::string> HtmlToken::place_names() const {
  // Longer ones are no names; they would stand in every output.
  constexpr std::size_t kLongestName = 500;
  std::vector<std::string> names;
  if (kind != Kind::Open && kind != Kind::Void) return names;
  for (const std::string& given : {attribute("id"), is("a") ? attribute("name") : std::string()})
    if (!given.empty() && given.size() <= kLongestName && (names.empty() || names.front() != given)) names.push_back(given);
  return names;
}

std::vector<HtmlToken> cut_html(std::string_view html) { return Cutter(html).cut_tokens(); }

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const DecodedEntity entity = decode_entity(text.substr(pos));
    if (entity.length > 0) {
      out += entity.text;
      pos += entity.length;
    } else {
      out += text[pos++];
    }
  }
  return out;
}

}  // namespace nbpublish
