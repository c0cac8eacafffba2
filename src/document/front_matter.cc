#include "document/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

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
  // Lines of the file: YAML's first line is the second.
  SourceSpan span() const {
    const auto number = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    return {number(event_.start_mark.line + 2), number(event_.start_mark.column + 1), number(event_.end_mark.line + 2),
            number(std::max<std::size_t>(event_.end_mark.column, 1))};
  }

 private:
  yaml_event_t event_{};
};

struct Stop {};  // a diagnostic was reported, nothing more can be read

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view yaml, std::string_view file, DiagnosticSink& diagnostics) : file_(file), diagnostics_(diagnostics) {
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

  void next(Event& event) {
    if (yaml_parser_parse(&parser_, event.get()) == 0) {
      const auto line = static_cast<std::uint32_t>(parser_.problem_mark.line + 2);
      const auto column = static_cast<std::uint32_t>(parser_.problem_mark.column + 1);
      report({line, column, line, column}, std::string("broken YAML: ") + (parser_.problem != nullptr ? parser_.problem : "not readable"));
      throw Stop{};
    }
    if (event.has_anchor()) {
      report(event.span(), "anchors and aliases are not allowed in front matter", "write the value out");
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
      return report(event.span(), "front matter must be a list of `key: value`");
    }
  }

  void read_mapping() {
    for (;;) {
      Event key;
      next(key);
      if (key.type() == YAML_MAPPING_END_EVENT) return;
      if (key.type() != YAML_SCALAR_EVENT) {
        report(key.span(), "a key must be a word");
        throw Stop{};
      }
      if (!seen_.insert(key.scalar()).second) report(key.span(), "'" + key.scalar() + "' is given twice");
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
          diagnostics_.report(DiagCode::LimitExceeded, file_, value.span(), "'" + key + "' has " + found, "only its beginning is set");
          *text = beginning_of(*text);
        }
        if (key == "title") front_.title_span = value.span();
        if (text == &front_.short_title) front_.short_span = value.span();
        if (text == &front_.standfirst) front_.standfirst_span = value.span();
        if (text == &front_.label) front_.label_span = value.span();
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
      report(value.span(), "'" + std::string(key) + "' must be a text");
      skip(value);
      return std::nullopt;
    }
    std::string text = value.scalar();
    if (value.is_plain() && (text == "~" || text == "null")) text.clear();
    std::ranges::replace(text, '\n', ' ');
    // Escapes of YAML ("\uFFFE") may stand for anything.
    std::string clean = sanitise(text);
    if (clean != text)
      diagnostics_.report(DiagCode::InvalidText, file_, value.span(), "'" + std::string(key) + "' has a character that no output may carry",
                          "U+FFFD is printed; take it out");
    return clean;
  }

  // True, false, or a complaint.
  std::optional<bool> truth_of(std::string_view key, const Event& value) {
    const std::string text = value.type() == YAML_SCALAR_EVENT ? value.scalar() : std::string();
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) { return std::ranges::find(words, text) != words.end(); };
    if (is_one_of({"true", "True", "TRUE", "yes", "Yes", "on"})) return true;
    if (is_one_of({"false", "False", "FALSE", "no", "No", "off"})) return false;
    report(value.span(), "'" + std::string(key) + "' must be true or false");
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
    diagnostics_.add({DiagCode::FrontMatter, Severity::Warning, file_, value.span(), "'status' is none of ready, review, draft and planned",
                      nearest.empty() ? "the chapter is taken as ready" : "did you mean '" + nearest + "'?"});
  }

  void read_tags(const Event& value) {
    if (value.type() == YAML_SCALAR_EVENT) {
      if (const auto tag = scalar_of("tags", value); tag && !tag->empty()) front_.tags.push_back(*tag);
      return;
    }
    if (value.type() != YAML_SEQUENCE_START_EVENT) {
      report(value.span(), "'tags' must be a list of texts");
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
        report(event.span(), "front matter is nested too deeply");
        throw Stop{};
      }
    }
  }

  yaml_parser_t parser_;
  std::string file_;
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
