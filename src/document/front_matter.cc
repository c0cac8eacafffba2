#include "document/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/text_limits.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMaxBytes = 64 * 1024;
constexpr int kMaxDepth = 20;

// ---- the block between the two lines of dashes ------------------------------------------------------

struct Line {
  std::string_view text;  // without its end and trailing blanks
  std::size_t next = 0;   // offset of the following line
};

Line line_at(std::string_view source, std::size_t offset) {
  const std::size_t feed = std::min(source.find('\n', offset), source.size());
  std::string_view text = source.substr(offset, feed - offset);
  while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r')) text.remove_suffix(1);
  return {text, std::min(feed + 1, source.size())};
}

struct YamlBlock {
  std::string_view text;
  std::uint32_t body_line = 1;
  std::size_t body_offset = 0;
  bool present = false, closed = false;
};

bool looks_like_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 0 && line.find_first_of(" `*[<") > colon;
}

// Whether the line below `---` can be YAML; after a horizontal rule it is mostly prose or empty.
bool may_be_yaml(std::string_view line) {
  return looks_like_key(line) || line.empty() || std::string_view("#-{[\"'").find(line[0]) != std::string_view::npos;
}

YamlBlock find_block(std::string_view source) {
  YamlBlock block;
  const std::size_t begin = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const Line opening = line_at(source, begin);
  if (opening.text != "---" || opening.next >= source.size()) return block;
  const std::string_view second = line_at(source, opening.next).text;
  std::size_t offset = opening.next;
  for (std::uint32_t number = 2; offset < source.size() && may_be_yaml(second); ++number) {
    const Line line = line_at(source, offset);
    if (line.text == "---" || line.text == "...")
      return {source.substr(opening.next, offset - opening.next), number + 1, line.next, true, true};
    offset = line.next;
  }
  block.present = looks_like_key(second);
  return block;
}

// The end of a block that nobody closed: its first empty line.
void close_at_blank_line(std::string_view source, YamlBlock& block) {
  std::size_t offset = line_at(source, 0).next;
  block.body_line = 2;
  while (offset < source.size() && !line_at(source, offset).text.empty()) {
    offset = line_at(source, offset).next;
    ++block.body_line;
  }
  block.body_offset = offset;
}

// ---- libyaml ---------------------------------------------------------------------------------------

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  yaml_event_t* get() { return &event_; }
  yaml_event_type_t type() const { return event_.type; }
  std::string scalar() const {
    const auto& s = event_.data.scalar;
    return std::string(reinterpret_cast<const char*>(s.value), s.length);
  }
  bool is_plain() const { return event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE; }
  bool has_anchor() const {
    switch (event_.type) {
      case YAML_ALIAS_EVENT:
        return true;
      case YAML_SCALAR_EVENT:
        return event_.data.scalar.anchor != nullptr;
      case YAML_SEQUENCE_START_EVENT:
        return event_.data.sequence_start.anchor != nullptr;
      case YAML_MAPPING_START_EVENT:
        return event_.data.mapping_start.anchor != nullptr;
      default:
        return false;
    }
  }
  std::size_t begin() const { return event_.start_mark.index; }
  std::size_t end() const { return event_.end_mark.index; }

 private:
  yaml_event_t event_{};
};

// Where the characters of a block stand in the file, whose second line is the block's first. YAML's own count of lines goes on at other
// characters than line feeds too.
class BlockPlaces {
 public:
  BlockPlaces(std::string_view yaml, FileName file) : file_(file), starts_(1) {
    std::size_t index = 0;
    for (std::size_t pos = 0; pos < yaml.size(); ++index)
      if (next_code_point(yaml, pos) == '\n') starts_.push_back(index + 1);
  }

  // Of the characters [begin, end).
  SourceSpan span(std::size_t begin, std::size_t end) const {
    const auto [line, column] = place(begin);
    const auto [end_line, end_column] = place(end);
    return {line, column + 1, end_line, std::max<std::uint32_t>(end_column, 1), file_};
  }
  SourceSpan at(std::size_t index) const {
    const auto [line, column] = place(index);
    return {line, column + 1, line, column + 1, file_};
  }

 private:
  FileName file_;
  std::vector<std::size_t> starts_;  // of lines

  // The line, and the characters before it in that line.
  std::pair<std::uint32_t, std::uint32_t> place(std::size_t index) const {
    const auto after = std::ranges::upper_bound(starts_, index);
    return {static_cast<std::uint32_t>(after - starts_.begin() + 1), static_cast<std::uint32_t>(index - *std::prev(after))};
  }
};

struct Stop {};  // a diagnostic was reported, nothing more can be read

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view yaml, std::string_view file, DiagnosticSink& diagnostics)
      : file_(file), places_(yaml, FileName(file)), diagnostics_(diagnostics) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  }
  FrontMatterReader(const FrontMatterReader&) = delete;
  FrontMatterReader& operator=(const FrontMatterReader&) = delete;
  ~FrontMatterReader() { yaml_parser_delete(&parser_); }

  // Into the result's front matter and status.
  void read(FrontMatterResult& into) {
    try {
      read_document();
    } catch (const Stop&) {
    }
    into.front = std::move(front_);
    into.status = !status_.empty() || into.front.published ? std::move(status_) : "draft";
  }

 private:
  void report(SourceSpan span, std::string message, std::string hint = {}) {
    diagnostics_.report(DiagCode::FrontMatter, file_, span, std::move(message), std::move(hint));
  }

  SourceSpan span_of(const Event& event) const { return places_.span(event.begin(), event.end()); }

  void next(Event& event) {
    if (yaml_parser_parse(&parser_, event.get()) == 0) {
      report(places_.at(parser_.problem_mark.index),
             std::string("broken YAML: ") + (parser_.problem != nullptr ? parser_.problem : "not readable"));
      throw Stop{};
    }
    if (event.has_anchor()) {
      report(span_of(event), "anchors and aliases are not allowed in front matter", "write the value out");
      throw Stop{};
    }
  }

  void read_document() {
    for (;;) {
      Event event;
      next(event);
      if (event.type() == YAML_MAPPING_START_EVENT) return read_mapping();
      if (event.type() == YAML_STREAM_END_EVENT) return;
      if (event.type() == YAML_STREAM_START_EVENT || event.type() == YAML_DOCUMENT_START_EVENT) continue;
      if (event.type() == YAML_DOCUMENT_END_EVENT) continue;
      return report(span_of(event), "front matter must be a list of `key: value`");
    }
  }

  void read_mapping() {
    for (;;) {
      Event key;
      next(key);
      if (key.type() == YAML_MAPPING_END_EVENT) return;
      if (key.type() != YAML_SCALAR_EVENT) {
        report(span_of(key), "a key must be a word");
        throw Stop{};
      }
      if (!seen_.insert(key.scalar()).second) report(span_of(key), "'" + key.scalar() + "' is given twice");
      read_value(key.scalar());
    }
  }

  void read_value(const std::string& key) {
    Event value;
    next(value);
    if (key == "tags") return read_tags(value);
    if (key == "published") return void(front_.published = truth_of(key, value).value_or(front_.published));
    if (key == "draft") return void(front_.published = !truth_of(key, value).value_or(!front_.published));
    if (key == "status") return read_status(value);
    if (std::string* text = text_of(key)) {
      if (const auto read = scalar_of(key, value)) {
        *text = *read;
        if (const std::string found = too_long(*text, kTitleLimit); !found.empty()) {
          diagnostics_.report(DiagCode::LimitExceeded, file_, span_of(value), "'" + key + "' has " + found, "only its beginning is set");
          *text = beginning_of(*text);
        }
        if (key == "title") front_.title_span = span_of(value);
        if (text == &front_.short_title) front_.short_span = span_of(value);
        if (text == &front_.standfirst) front_.standfirst_span = span_of(value);
        // An excerpt may have to stand for one.
        if (text == &front_.excerpt && front_.standfirst.empty()) front_.standfirst_span = span_of(value);
        if (text == &front_.label) front_.label_span = span_of(value);
      }
      return;
    }
    skip(value);
  }

  std::string* text_of(std::string_view key) {
    if (key == "title") return &front_.title;
    if (key == "short" || key == "short_title") return &front_.short_title;
    if (key == "standfirst") return &front_.standfirst;
    if (key == "excerpt") return &front_.excerpt;
    if (key == "label") return &front_.label;
    if (key == "category") return &front_.category;
    if (key == "author") return &front_.author;
    if (key == "date") return &front_.date;
    return nullptr;
  }

  std::optional<std::string> scalar_of(std::string_view key, const Event& value) {
    if (value.type() != YAML_SCALAR_EVENT) {
      report(span_of(value), "'" + std::string(key) + "' must be a text");
      skip(value);
      return std::nullopt;
    }
    std::string text = value.scalar();
    if (value.is_plain() && (text == "~" || text == "null")) text.clear();
    std::ranges::replace(text, '\n', ' ');
    // Escapes of YAML ("\uFFFE") may stand for anything.
    std::string clean = sanitise(text);
    if (clean != text)
      diagnostics_.report(DiagCode::InvalidText, file_, span_of(value),
                          "'" + std::string(key) + "' has a character that no output may carry", "U+FFFD is printed; take it out");
    return clean;
  }

  // True, false, or a complaint.
  std::optional<bool> truth_of(std::string_view key, const Event& value) {
    const std::string text = value.type() == YAML_SCALAR_EVENT ? value.scalar() : std::string();
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) { return std::ranges::find(words, text) != words.end(); };
    if (is_one_of({"true", "True", "TRUE", "yes", "Yes", "on"})) return true;
    if (is_one_of({"false", "False", "FALSE", "no", "No", "off"})) return false;
    report(span_of(value), "'" + std::string(key) + "' must be true or false");
    skip(value);
    return std::nullopt;
  }

  void read_status(const Event& value) {
    const std::vector<std::string> words = {"ready", "review", "draft", "planned"};
    const auto word = scalar_of("status", value);
    if (!word || word->empty()) return;
    if (std::ranges::find(words, *word) != words.end()) return void(status_ = *word);
    const std::string nearest = nearest_name(*word, words);
    // Other makers have words of their own for it.
    diagnostics_.add({DiagCode::FrontMatter, Severity::Warning, file_, span_of(value),
                      "'status' is none of ready, review, draft and planned",
                      nearest.empty() ? "the chapter is taken as ready" : "did you mean '" + nearest + "'?"});
  }

  void read_tags(const Event& value) {
    if (value.type() == YAML_SCALAR_EVENT) {
      if (const auto tag = scalar_of("tags", value); tag && !tag->empty()) front_.tags.push_back(*tag);
      return;
    }
    if (value.type() != YAML_SEQUENCE_START_EVENT) {
      report(span_of(value), "'tags' must be a list of texts");
      return skip(value);
    }
    for (;;) {
      Event entry;
      next(entry);
      if (entry.type() == YAML_SEQUENCE_END_EVENT) return;
      if (const auto tag = scalar_of("tags", entry)) front_.tags.push_back(*tag);
    }
  }

  // Reads to the end of a value whose first event was `value`.
  void skip(const Event& value) {
    const auto change = [](yaml_event_type_t type) {
      if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT) return 1;
      return type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT ? -1 : 0;
    };
    for (int depth = change(value.type()); depth > 0;) {
      Event event;
      next(event);
      depth += change(event.type());
      if (depth > kMaxDepth) {
        report(span_of(event), "front matter is nested too deeply");
        throw Stop{};
      }
    }
  }

  yaml_parser_t parser_;
  std::string file_;
  BlockPlaces places_;
  DiagnosticSink& diagnostics_;
  FrontMatter front_;
  std::string status_;
  std::set<std::string> seen_;
};

}  // namespace

FrontMatterResult read_front_matter(std::string_view source, std::string_view file, DiagnosticSink& diagnostics) {
  YamlBlock block = find_block(source);
  if (block.present && !block.closed) {
    diagnostics.report(DiagCode::FrontMatter, file, {1, 1, 1, 3}, "the front matter has no closing line '---'");
    close_at_blank_line(source, block);
    return {{}, block.body_line, block.body_offset};
  }
  if (!block.present) return {};
  FrontMatterResult result{{}, block.body_line, block.body_offset};
  if (block.text.size() > kMaxBytes) {
    diagnostics.report(DiagCode::FrontMatter, file, {1, 1, 1, 3}, "the front matter is larger than 64 KiB");
    return result;
  }
  // libyaml refuses bytes that are not UTF-8; they are reported where the whole file is prepared.
  const std::string yaml = sanitise(block.text);
  FrontMatterReader(yaml, file, diagnostics).read(result);
  return result;
}

}  // namespace nbpublish
