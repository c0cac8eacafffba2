// Colour roles: layout names what a thing is, an edition's theme says how it looks (docs/design.md, Colours).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nbpublish {

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend constexpr auto operator<=>(const Rgb&, const Rgb&) = default;
};

// X(Identifier, "key in [colour] of a theme")
#define NBP_COLOUR_ROLES(X)            \
  X(Text, "text")                      \
  X(Secondary, "secondary")            \
  X(Link, "link")                      \
  X(Paper, "paper")                    \
  X(Rule, "rule")                      \
  X(Tab, "tab")                        \
  X(CodeGround, "code-ground")         \
  X(MarkedGround, "marked-ground")     \
  X(AddedGround, "added-ground")       \
  X(RemovedGround, "removed-ground")   \
  X(HeadGround, "head-ground")         \
  X(PicturePanel, "picture-panel")     \
  X(Keyword, "keyword")                \
  X(String, "string")                  \
  X(Number, "number")                  \
  X(Comment, "comment")                \
  X(Function, "function")              \
  X(Type, "type")                      \
  X(Property, "property")              \
  X(Added, "added")                    \
  X(Removed, "removed")                \
  X(AlertNote, "alert-note")           \
  X(AlertTip, "alert-tip")             \
  X(AlertImportant, "alert-important") \
  X(AlertWarning, "alert-warning")     \
  X(AlertCaution, "alert-caution")

enum class ColourRole : std::uint8_t {
#define NBP_X(id, key) id,
  NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};

inline constexpr std::size_t kColourRoleCount = 0
#define NBP_X(id, key) +1
    NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
    ;

// One colour for each role.
struct Theme {
  std::array<Rgb, kColourRoleCount> colours{};
  Rgb operator[](ColourRole role) const { return colours[static_cast<std::size_t>(role)]; }
};

}  // namespace nbpublish
