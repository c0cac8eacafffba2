#include "source/mermaid.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace nbpublish {
namespace {

// The keyword without "-v2" and "-beta", which are the same kind in a newer or a new notation.
constexpr std::pair<std::string_view, std::string_view> kDiagramKinds[] = {
    {"graph", "Flowchart"},
    {"flowchart", "Flowchart"},
    {"sequenceDiagram", "Sequence diagram"},
    {"zenuml", "Sequence diagram"},
    {"classDiagram", "Class diagram"},
    {"stateDiagram", "State diagram"},
    {"erDiagram", "Entity-relationship diagram"},
    {"requirementDiagram", "Requirement diagram"},
    {"journey", "User journey"},
    {"gantt", "Gantt chart"},
    {"pie", "Pie chart"},
    {"quadrantChart", "Quadrant chart"},
    {"xychart", "Chart"},
    {"sankey", "Sankey diagram"},
    {"gitGraph", "Git graph"},
    {"mindmap", "Mind map"},
    {"timeline", "Timeline"},
    {"kanban", "Kanban board"},
    {"block", "Block diagram"},
    {"packet", "Packet diagram"},
    {"architecture", "Architecture diagram"},
};

constexpr std::string_view kAnyKind = "Diagram";

std::string_view take_trimmed_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(line, kMarkdownBlank);
}

// The first line that is no comment, directive (both begin with %%) or front matter between lines of ---.
std::string_view first_line(std::string_view code) {
  bool front_matter = false;
  while (!code.empty()) {
    const std::string_view line = take_trimmed_line(code);
    if (line == "---") {
      front_matter = !front_matter;
    } else if (!front_matter && !line.empty() && !line.starts_with("%%")) {
      return line;
    }
  }
  return {};
}

// Behind `key` and a colon; empty on other lines.
std::string_view value_of(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return {};
  line = trimmed(line.substr(key.size()), kMarkdownBlank);
  return line.starts_with(':') ? trimmed(line.substr(1), kMarkdownBlank) : std::string_view{};
}

}  // namespace

std::string_view mermaid_kind(std::string_view code) {
  const std::string_view line = first_line(code);
  const std::string_view word = line.substr(0, line.find_first_of(" \t:;-"));
  for (const auto& [keyword, kind] : kDiagramKinds)
    if (word == keyword) return kind;
  return kAnyKind;
}

std::string_view alternative_text(std::string_view code) {
  std::string_view description;
  while (!code.empty()) {
    const std::string_view line = take_trimmed_line(code);
    if (const std::string_view title = value_of(line, "accTitle"); !title.empty()) return title;
    if (description.empty()) description = value_of(line, "accDescr");
  }
  return description;
}

bool has_alternative_text(std::string_view code) {
  while (!code.empty()) {
    const std::string_view line = take_trimmed_line(code);
    if (line.starts_with("accTitle") || line.starts_with("accDescr")) return true;
  }
  return false;
}

bool is_made_of_labels(std::string_view words, std::string_view code) {
  for (const std::string_view kind : {mermaid_kind(code), kAnyKind})
    if (words.starts_with(kind) && (words.substr(kind.size()).starts_with(':') || words.substr(kind.size()) == ".")) return true;
  return false;
}

std::string mermaid_caption(std::string_view code) { return std::string(mermaid_kind(code)) + ", as Mermaid source"; }

}  // namespace nbpublish
