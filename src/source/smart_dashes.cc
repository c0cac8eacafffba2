#include "source/smart_dashes.h"

namespace nbpublish {
namespace {

using Index = std::ptrdiff_t;

Index end_of(const Prose& prose) { return static_cast<Index>(prose.size()); }

// The first index from `i` on that holds another character than `c`.
Index run_end(const Prose& prose, Index i, char32_t c) {
  while (i < end_of(prose) && prose.at(i) == c) ++i;
  return i;
}

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == kNoBreakSpace; }

// 0 = leave it.
char32_t dash_for(const Prose& prose, Index begin, Index end) {
  const bool space_before = is_prose_space(prose.at(begin - 1)), space_after = is_prose_space(prose.at(end));
  const bool at_start = prose.at(begin - 1) == 0;
  // "-->" and "<--" are arrows that somebody has typed, "<!--" is markup that was to be seen.
  const bool opens_comment = prose.at(begin - 1) == '!' && prose.at(begin - 2) == '<';
  if (prose.at(end) == '>' || prose.at(begin - 1) == '<' || opens_comment) return 0;
  switch (end - begin) {
    case 1:
      return space_before && space_after && !at_start ? kEnDash : 0;
    case 2: {
      // --inspect in prose without code marks is an option, not a dash.
      const char32_t before = prose.at(begin - 1);
      const bool opens = before == '(' || before == 0x201C || before == 0x2018;
      const bool option = (space_before || opens) && is_prose_letter(prose.at(end));
      return option ? 0 : kEnDash;
    }
    case 3:
      return kEmDash;
    default:
      return 0;
  }
}

// A dash at `i` with blanks before it: one no-break space before, one space after.
void set_blanks_around(Prose& prose, Index i, Index end) {
  Index first = i;
  while (is_blank(prose.at(first - 1))) --first;
  if (first == 0 || first == i || !is_prose_space(prose.at(end))) return;
  prose.set(first, kNoBreakSpace);
  for (Index k = first + 1; k < i; ++k) prose.remove(k);
  Index last = end;
  while (is_blank(prose.at(last))) ++last;
  // A soft break is the space if there is one, so that source lines stay apart.
  Index kept = end;
  for (Index k = end; k < last; ++k)
    if (prose.is_soft_break(k)) kept = k;
  for (Index k = end; k < last; ++k)
    if (k != kept) prose.remove(k);
}

}  // namespace

void set_ellipses(Prose& prose) {
  for (Index i = 0; i < end_of(prose); ++i) {
    if (prose.at(i) != '.') continue;
    const Index end = run_end(prose, i, '.');
    if (end - i == 3 || end - i == 4) {
      prose.set(i, 0x2026);
      prose.remove(i + 1);
      prose.remove(i + 2);
    }
    i = end - 1;
  }
  prose.compact();
}

void set_dashes(Prose& prose) {
  for (Index i = 0; i < end_of(prose); ++i) {
    const char32_t c = prose.at(i);
    if (c == kEnDash || c == kEmDash) set_blanks_around(prose, i, i + 1);
    if (c != '-') continue;
    const Index end = run_end(prose, i, '-');
    if (const char32_t dash = dash_for(prose, i, end); dash != 0) {
      prose.set(i, dash);
      for (Index k = i + 1; k < end; ++k) prose.remove(k);
      set_blanks_around(prose, i, end);
    }
    i = end - 1;
  }
  prose.compact();
}

}  // namespace nbpublish
