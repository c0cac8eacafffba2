#include "layout/inline/paragraph_text.h"
#include "document/picture_key.h"
#include "layout/inline/print_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "document/ink.h"

namespace nbpublish {
namespace {

// Superior and inferior figures and letters: size and shift as parts of the text size; the usual values of
// text faces that have no drawn ones.
constexpr double kScriptSize = 0.70;
constexpr Length kLeastSize = Length::pt(7);  // of anything that is printed (docs/design.md, Type)
constexpr double kSuperscriptRaise = 0.33;
constexpr double kSubscriptDrop = 0.14;
// Longer texts are counted piece by piece, so that finding a place in one takes no time that grows with it.
constexpr std::size_t kSourcePiece = 4'096;
// What is said of a link is said again on each of its lines.
constexpr std::size_t kSpokenBytes = 1'000;
constexpr std::string_view kObjectReplacement = "\xEF\xBF\xBC";

// Scaled down to what there is room for.
Size fitted(Size size, Size room) {
  if (size.width > room.width) size = {room.width, size.height.scaled(room.width.units(), size.width.units())};
  if (size.height > room.height) size = {size.width.scaled(room.height.units(), size.height.units()), room.height};
  return size;
}

// What is in force while the tree is walked.
struct Look {
  FontFamily family;
  int weight;
  bool italic;
  InlineStyle style;
  TagId parent = kArtifact;  // of the leaves
  std::int32_t link = -1;    // index into links
};

Look script(const Look& look, double raise) {
  Look small = look;
  small.style.raise += look.style.size.scaled(raise);
  small.style.size = std::min(std::max(look.style.size.scaled(kScriptSize), kLeastSize), look.style.size);
  return small;
}

// "page 214", if the link says it and the target is in the volume.
std::string page_of(const LayoutContext& context, const Link& l) {
  if (!prints_page(l, context.chapter, context.style)) return {};
  const std::string label = context.pages.label_of(destination_name(std::get<InternalTarget>(l.target)));
  return label.empty() ? label : "page\u00A0" + label;
}

// As high as the line if it comes higher, or as large as it is asked to be.
Size size_in_line(LayoutContext& context, const BaseStyle& base, const InlineImage& image, Size natural, SourceSpan span) {
  const bool is_asked = image.width != FigureWidth{} || !image.height.is_zero();
  if (!is_asked) return fitted(natural, {natural.width, base.text.leading});
  const Length measure = context.style.measure;
  Length width = image.width.of_measure != 0 ? measure.scaled(image.width.of_measure, 1000) : image.width.length;
  if (width.is_zero() || natural.height.is_zero())
    width = natural.height.is_zero() ? natural.width : natural.width.scaled(image.height.units(), natural.height.units());
  Size asked{width, natural.width.is_zero() ? natural.height : natural.height.scaled(width.units(), natural.width.units())};
  if (!image.height.is_zero()) asked = fitted(asked, {asked.width, image.height});
  const Size size = fitted(asked, {measure, std::max(base.most_picture, base.text.leading)});
  if (size.width != asked.width || size.height != asked.height)
    context.diagnostics.report(DiagCode::FigureAttribute, context.file, span,
                               fmt::format("'{}' would be {:.0f} by {:.0f} pt in its line and is set {:.0f} by {:.0f}", image.source,
                                           asked.width.points(), asked.height.points(), size.width.points(), size.height.points()),
                               "ask for less, or give it a line of its own, and it is a figure");
  return size;
}

std::string shortened(std::string text) {
  if (text.size() <= kSpokenBytes) return text;
  std::size_t end = kSpokenBytes;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text + "\u2026";
}

// `text` behind the character `before`. Spaces run together in prose; inside code each one stands.
std::string with_single_spaces(std::string_view text, bool is_code, char before) {
  std::string clean;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    const char last = clean.empty() ? before : clean.back();
    if (blank && !is_code && (last == ' ' || last == '\n')) continue;
    clean += blank ? ' ' : c;
  }
  return clean;
}

// Neighbours of one look share a span and a leaf (Text, SoftBreak, Text ...).
bool goes_on_in(const TextSpan& last, const InlineStyle& style, std::int32_t link) {
  return last.link == link && last.note < 0 && last.picture < 0 && last.style.font == style.font && !last.style.code &&
         last.style.size == style.size && last.style.raise == style.raise && last.style.colour == style.colour &&
         last.style.keyboard == style.keyboard && !style.keyboard && last.style.features == style.features &&
         last.style.strikeout == style.strikeout && last.style.underline == style.underline;
}

// The text from `begin` on comes from an inline at `source`, before which stands so much ink.
void add_sources(std::string_view text, TextSpan& span, std::uint32_t begin, SourceSpan source, std::uint32_t ink) {
  if (span.end - begin <= kSourcePiece) return span.sources.push_back({begin - span.begin, source, ink});
  const std::string_view all = text.substr(begin, span.end - begin);
  const bool verbatim = source.line == source.end_line && source.column + count_code_points(all) == source.end_column + std::size_t{1};
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = std::min(at + kSourcePiece, all.size());
    while (end < all.size() && (static_cast<unsigned char>(all[end]) & 0xC0) == 0x80) ++end;
    const std::string_view piece = all.substr(at, end - at);
    SourceSpan place = source;
    if (verbatim) {
      place.end_column = source.column + static_cast<std::uint32_t>(count_code_points(piece)) - 1;
      source.column = place.end_column + 1;
    }
    span.sources.push_back({begin + static_cast<std::uint32_t>(at) - span.begin, place, ink});
    ink += count_ink(piece);
    at = end;
  }
}

void trim_last(ParagraphText& text) {
  text.text.pop_back();
  if (!text.spans.empty() && --text.spans.back().end == text.spans.back().begin) text.spans.pop_back();
}

// One plain span needs no leaf of its own.
void use_parent_as_leaf(TagTree& tags, TagId parent, ParagraphText& text) {
  if (text.spans.size() != 1 || !text.links.empty() || parent == kArtifact) return;
  TextSpan& only = text.spans.front();
  if (only.tag + 1 != tags.nodes.size() || tags.nodes[only.tag].role != TagRole::Span) return;
  tags.nodes.pop_back();
  only.tag = parent;
}

class Flattener {
 public:
  Flattener(LayoutContext& context, const BaseStyle& base) : context_(context), base_(base) {}

  ParagraphText flatten_inlines(const Inlines& inlines, TagId parent) {
    Look look{base_.text.family, base_.text.weight, base_.text.italic, {}, parent};
    look.style.features = base_.features;
    look.style.size = base_.text.size;
    look.style.colour = base_.colour;
    walk(inlines, look);
    while (out_.text.ends_with(' ') || out_.text.ends_with('\n')) trim_last(out_);
    use_parent_as_leaf(context_.tags, parent, out_);
    return std::move(out_);
  }

 private:
  LayoutContext& context_;
  const BaseStyle& base_;
  ParagraphText out_;
  std::uint32_t ink_ = 0;  // of what was appended

  void walk(const Inlines& inlines, const Look& look) {
    for (const Inline& inl : inlines) std::visit([&](const auto& content) { add(content, inl.span, look); }, inl.content);
  }

  void add(const Text& t, SourceSpan span, const Look& look) { append(t.text, TagRole::Span, span, look); }
  void add(const SoftBreak&, SourceSpan span, const Look& look) { append(" ", TagRole::Span, span, look); }
  void add(const LineBreak&, SourceSpan span, const Look& look) {
    while (out_.text.ends_with(' ')) trim_last(out_);
    append("\n", TagRole::Span, span, look);
  }
  void add(const Code& c, SourceSpan span, const Look& look) {
    Look code = look;
    code.family = FontFamily::Mono;
    // Code in strong text or a heading is bold; italic is the face's own.
    code.weight = look.weight >= 600 ? 700 : 400;
    code.style.code = true;
    code.style.features = Features::Code;
    const double matched = base_.text.family == FontFamily::Sans ? context_.style.code_size_sans : context_.style.code_size;
    code.style.size = base_.code_size && look.style.size == base_.text.size ? *base_.code_size : look.style.size.scaled(matched);
    append(c.text, TagRole::Code, span, code);
  }
  void add(const Emphasis& e, SourceSpan, const Look& look) {
    Look italic = look;
    italic.italic = !look.italic;  // italic inside italic turns roman
    walk(e.children, italic);
  }
  void add(const Strong& s, SourceSpan, const Look& look) {
    Look strong = look;
    strong.weight = look.weight >= context_.style.strong_weight ? 700 : context_.style.strong_weight;
    walk(s.children, strong);
  }
  void add(const Strikeout& s, SourceSpan, const Look& look) {
    Look struck = look;
    struck.style.strikeout = true;
    walk(s.children, struck);
  }
  void add(const Superscript& s, SourceSpan, const Look& look) { walk(s.children, script(look, kSuperscriptRaise)); }
  void add(const Subscript& s, SourceSpan, const Look& look) { walk(s.children, script(look, -kSubscriptDrop)); }
  void add(const Keyboard& k, SourceSpan span, const Look& look) {
    Look key = look;
    key.family = context_.style.keyboard.family;
    key.weight = context_.style.keyboard.weight;
    key.italic = false;
    key.style.size = context_.style.keyboard.size;
    key.style.keyboard = true;
    append(plain_text(k.children), TagRole::Span, span, key);
  }
  void add(const Link& l, SourceSpan span, const Look& look) {
    if (std::holds_alternative<RawTarget>(l.target) || look.link >= 0) return walk(l.children, look);
    Look linked = look;
    linked.parent = context_.tags.add(look.parent, TagRole::Link);
    linked.link = add_link({l.target, linked.parent, shortened(plain_text(l.children))});
    linked.style.colour = ColourRole::Link;
    linked.style.underline = std::holds_alternative<ExternalTarget>(l.target);
    const std::string page = page_of(context_, l);
    if (l.page == PageText::Instead && !page.empty()) append_made(page, span, linked);
    else walk(l.children, linked);
    if (l.page != PageText::Instead && !page.empty()) append_made(" (" + page + ")", span, look);
  }
  void add(const InlineImage& image, SourceSpan span, const Look& look) {
    const auto it = context_.pictures.find(picture_key(context_.file, image.source));
    if (it == context_.pictures.end() || it->second == nullptr) return append(image.alt, TagRole::Span, span, look);
    const Size size = size_in_line(context_, base_, image, it->second->natural_size, span);
    report_print_quality(context_, *it->second, image.source, size.width, span);
    out_.pictures.push_back({it->second, size, image.width.of_measure});
    append_made(kObjectReplacement, span, look, TagRole::Figure);
    ink_ += count_ink(image.alt);
    out_.spans.back().picture = static_cast<std::int32_t>(out_.pictures.size() - 1);
    context_.tags.nodes[out_.spans.back().tag].alt = image.alt;
  }
  void add(const IndexMark& mark, SourceSpan, const Look& look) {
    if (!mark.anchor.empty())
      out_.places.push_back({static_cast<std::uint32_t>(out_.text.size()), destination_name({context_.chapter, mark.anchor})});
    walk(mark.children, look);
  }
  void add(const NoteReference& note, SourceSpan span, const Look& look) {
    Look mark = look;
    mark.parent = context_.tags.add(look.parent, TagRole::Reference);
    // Marks that follow each other would read as one number.
    if (!out_.spans.empty() && out_.spans.back().note >= 0) append_made(",", span, script(mark, kSuperscriptRaise));
    mark.parent = context_.tags.add(mark.parent, TagRole::Link);
    const std::string number = std::to_string(note.note + 1);
    mark.link = add_link({InternalTarget{context_.chapter, "fn-" + number}, mark.parent, "Note " + number});
    mark.style.features = Features::Superior;
    append_made(number, span, mark);
    out_.spans.back().note = static_cast<std::int32_t>(note.note);
  }
  // Its index.
  std::int32_t add_link(TextLink link) {
    out_.links.push_back(std::move(link));
    return static_cast<std::int32_t>(out_.links.size() - 1);
  }

  // Text of the author's.
  void append(std::string_view text, TagRole role, SourceSpan source, const Look& look) {
    append_made(text, source, look, role);
    ink_ += count_ink(text);
  }

  // Text that stands in no inline.
  void append_made(std::string_view text, SourceSpan source, const Look& look, TagRole role = TagRole::Span) {
    InlineStyle style = look.style;
    style.font = context_.fonts().find(context_.style.family(look.family), look.weight, look.italic);
    style.italic = look.italic;
    const std::string clean = with_single_spaces(text, style.code, out_.text.empty() ? '\n' : out_.text.back());
    if (clean.empty()) return;
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    out_.text += clean;
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    if (!out_.spans.empty() && role == TagRole::Span && goes_on_in(out_.spans.back(), style, look.link)) out_.spans.back().end = end;
    else out_.spans.push_back({begin, end, style, context_.tags.add(look.parent, role), look.link, -1, -1, 0, {}});
    add_sources(out_.text, out_.spans.back(), begin, source, ink_);
  }
};

// The first source that begins behind byte `at` of the text.
std::vector<TextSource>::const_iterator source_behind(const TextSpan& span, std::uint32_t at) {
  return std::upper_bound(span.sources.begin(), span.sources.end(), at,
                          [&](std::uint32_t place, const TextSource& source) { return place < span.begin + source.offset; });
}

}  // namespace

SourceSpan source_at(const ParagraphText& text, const TextSpan& span, std::uint32_t at, SourceSpan block) {
  const auto next = source_behind(span, at);
  if (next == span.sources.begin()) return block;
  SourceSpan found = std::prev(next)->span;
  const std::size_t begin = span.begin + std::prev(next)->offset;
  const std::size_t end = next == span.sources.end() ? span.end : span.begin + next->offset;
  if (found.line == 0) return block;
  const auto width = [&](std::size_t to) {
    return static_cast<std::uint32_t>(count_code_points(std::string_view(text.text).substr(begin, to - begin)));
  };
  if (span.picture >= 0 || found.line != found.end_line || found.column + width(end) != found.end_column + 1) return found;
  found.column += width(at);
  return found;
}

std::uint32_t ink_before(const ParagraphText& text, const TextSpan& span, std::uint32_t at) {
  const auto behind_at = source_behind(span, at);
  if (behind_at == span.sources.begin()) return 0;
  const TextSource* found = &*std::prev(behind_at);
  const TextSource* next = behind_at == span.sources.end() ? nullptr : &*behind_at;
  const std::uint32_t begin = span.begin + found->offset;
  const std::uint32_t ink = found->ink + text.ink.before(text.text, at) - text.ink.before(text.text, begin);
  const TextSpan* behind = &span + 1;
  if (next == nullptr && behind != text.spans.data() + text.spans.size() && behind->node == span.node && !behind->sources.empty())
    next = &behind->sources.front();
  return next == nullptr ? ink : std::min(ink, next->ink);
}

bool prints_page(const Link& link, const std::string& chapter, const Style& style) {
  const auto* place = std::get_if<InternalTarget>(&link.target);
  if (place == nullptr || link.page == PageText::Never) return false;
  return link.page != PageText::ByStyle || (style.page_references == "far" && place->chapter != chapter);
}

ParagraphText flatten(LayoutContext& context, const Inlines& inlines, const BaseStyle& base, TagId parent) {
  ParagraphText text = Flattener(context, base).flatten_inlines(inlines, parent);
  finish_text(text);
  return text;
}

std::optional<ParagraphText> with_fitted_pictures(const ParagraphText& text, Length measure) {
  const auto size_in = [&](const TextPicture& picture) {
    const Length wanted = picture.of_measure != 0 ? measure.scaled(picture.of_measure, 1000) : measure;
    return fitted(picture.size, {std::min(wanted, measure), picture.size.height});
  };
  const auto fits = [&](const TextPicture& picture) { return size_in(picture).width == picture.size.width; };
  if (std::all_of(text.pictures.begin(), text.pictures.end(), fits)) return std::nullopt;
  ParagraphText out = text;
  for (TextPicture& picture : out.pictures) picture.size = size_in(picture);
  return out;
}

ParagraphText flatten_plain(LayoutContext& context, std::string text, const BaseStyle& base, TagId tag) {
  ParagraphText out;
  TextSpan span;
  span.end = static_cast<std::uint32_t>(text.size());
  span.style.font = context.font(base.text);
  span.style.features = base.features;
  span.style.size = base.text.size;
  span.style.colour = base.colour;
  span.tag = tag;
  out.text = std::move(text);
  out.spans.push_back(span);
  finish_text(out);
  return out;
}

void finish_text(ParagraphText& text) {
  std::vector<BidiIsolate> code;
  for (const TextSpan& span : text.spans)
    if (span.style.code) code.emplace_back(span.begin, span.end);
  text.directions = bidi_levels(text.text, code);
  text.ink = ByteCounts<is_ink>(text.text);
}

}  // namespace nbpublish
