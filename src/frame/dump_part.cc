// The text form of a part: what golden tests compare and people read.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string_view>

#include "base/overloaded.h"
#include "document/kinds.h"
#include "frame/frame.h"
#include "frame/shift.h"

namespace nbpublish {
namespace {

constexpr std::string_view kColourNames[] = {
#define NBP_X(id, key) key,
    NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};

std::string_view name(ColourRole role) { return kColourNames[static_cast<std::size_t>(role)]; }

// Two decimals, and never "-0.00": a value that rounds to nothing is nothing.
std::string number(Length length) {
  std::string text = fmt::format("{:.2f}", length.points());
  return text == "-0.00" ? "0.00" : text;
}

std::string point(Point p) { return fmt::format("({},{})", number(p.x), number(p.y)); }
std::string box(const Rect& r) { return fmt::format("{} {}x{}", point({r.x, r.y}), number(r.width), number(r.height)); }

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' || text[i] == '\\') out += '\\';
    if (text.substr(i, 2) == "\u00AD") {  // a line break's hyphen cannot be told from a real one
      out += "\\-";
      ++i;
    } else {
      out += text[i];
    }
  }
  return out + '"';
}

class Dumper {
 public:
  explicit Dumper(const FontLibrary& fonts) : fonts_(fonts) {}

  std::string part(const PagedPart& part) {
    line("part {}", part.key);
    tags(part.tags);
    for (const Page& p : part.pages) page(p);
    for (const OutlineEntry& e : part.outline) line("outline {} {} -> {}", e.level, in_quotes(e.text), e.destination);
    return std::move(out_);
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }

  // Ids are hashes: numbered here in order of appearance, so that a dump can be read and compared.
  std::string node(NodeId id) {
    if (id == 0) return "";
    return fmt::format(" n{}", nodes_.try_emplace(id, nodes_.size() + 1).first->second);
  }

  void tags(const TagTree& tree) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const TagNode& t = tree.nodes[i];
      line("tag {} {}{}{}{}{}{}{}", i, pdf_name(t.role), i == kRootTag ? "" : fmt::format(" in {}", t.parent), node(t.node),
           t.alt.empty() ? "" : " alt=" + in_quotes(t.alt), t.language.empty() ? "" : " lang=" + t.language,
           t.column_scope ? " scope=column" : "",
           t.numbering == ListNumbering::Bullet    ? ""
           : t.numbering == ListNumbering::Decimal ? " ordered"
                                                   : " ordered=" + std::string(word_of(t.numbering)));
    }
  }

  // With the trimmed page's places.
  void page(Page page) {
    shift(page, page.across, {});
    line("page {}{}", in_quotes(page.label), page.blank ? " blank" : "");
    for (const Destination& d : page.destinations) line("  destination {} {}", d.name, point(d.place));
    for (const FrameItem& i : page.items) item("", i);
    for (const FrameItem& i : page.furniture) item("furniture ", i);
    for (const LinkArea& l : page.links) {
      line("  link {} -> {} t{} {}", box(l.rect), target(l.target), l.tag, in_quotes(l.description));
    }
  }

  void item(std::string_view layer, const FrameItem& item) {
    const std::string tag = item.tag == kArtifact ? "" : fmt::format(" t{}", item.tag);
    const std::string range = item.text_begin == item.text_end ? "" : fmt::format(" {}-{}", item.text_begin, item.text_end);
    line("  {}{}{}{}{}", layer, content(item), tag, node(item.node), range);
  }

  std::string content(const FrameItem& item) {
    return std::visit(overloaded{[&](const GlyphRun& r) { return glyph_run(r); }, [&](const Fill& f) { return fill(f); },
                                 [&](const Path& p) { return path(p); }, [&](const PlacedPicture& p) { return picture(p); }},
                      item.content);
  }

  std::string glyph_run(const GlyphRun& r) {
    static constexpr std::string_view kTurns[] = {"", " turned", " turned right"};
    const FontEntry& face = fonts_.entry(r.font);
    return fmt::format("run{} {} w {} {} {}{} {} {} {}", kTurns[static_cast<std::size_t>(r.turn)], point(r.origin), number(r.width),
                       face.family, face.weight, face.italic ? " italic" : "", number(r.size), name(r.colour), in_quotes(r.text));
  }
  std::string fill(const Fill& f) { return fmt::format("fill {} {}", box(f.rect), name(f.colour)); }
  std::string picture(const PlacedPicture& p) {
    static constexpr std::string_view kKinds[] = {"png", "jpeg", "svg"};
    return fmt::format("picture{} {} {}", p.turned ? " turned" : "", box(p.rect), kKinds[static_cast<std::size_t>(p.picture->kind)]);
  }
  std::string path(const Path& p) {
    std::string text = p.filled ? "path filled" : "path stroked " + number(p.width);
    if (!p.dash_on.is_zero() || !p.dash_off.is_zero()) {
      text += fmt::format(" dash {},{}", number(p.dash_on), number(p.dash_off));
    }
    text += fmt::format(" {}", name(p.colour));
    for (const PathSegment& s : p.segments) text += segment(s);
    return text;
  }
  static std::string segment(const PathSegment& s) {
    const auto& p = s.points;
    switch (s.kind) {
      case PathSegment::Kind::Move:
        return " M" + point(p[0]);
      case PathSegment::Kind::Line:
        return " L" + point(p[0]);
      case PathSegment::Kind::Curve:
        return " C" + point(p[0]) + point(p[1]) + point(p[2]);
      case PathSegment::Kind::Close:
        return " Z";
    }
    return {};
  }
  static std::string target(const LinkTarget& target) {
    return std::visit(overloaded{[](const RawTarget& t) { return "raw:" + t.href; }, [](const ExternalTarget& t) { return t.url; },
                                 [](const InternalTarget& t) { return destination_name(t); }},
                      target);
  }

  const FontLibrary& fonts_;
  std::string out_;
  std::map<NodeId, std::size_t> nodes_;
};

}  // namespace

std::string dump(const PagedPart& part, const FontLibrary& fonts) { return Dumper(fonts).part(part); }

}  // namespace nbpublish
