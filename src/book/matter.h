// Front and back matter: its kinds, what sets each of them apart, and what each of its texts is called.
// A new kind is a value of MatterRole and a row of kMatterKinds.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace nbpublish {

// In reading order.
enum class MatterRole : std::uint8_t { Dedication, Preface, Acknowledgments, Contributors, Appendix, Glossary, AboutAuthor, Colophon };

// TitlePages: a page of its own among them in print, before the contents in an ebook, without a heading and in no contents.
// Front: behind the contents. Back: behind the chapters. BehindIndex: last.
enum class MatterPlace : std::uint8_t { TitlePages, Front, Back, BehindIndex };

struct MatterKind {
  MatterRole role;
  std::string_view key;    // of the manifest
  std::string_view name;   // of its document and of its file, and its class in an ebook
  std::string_view title;  // where its text has none
  MatterPlace place;
  bool is_lettered;  // a list of files, "Appendix A" and so on; with numbered captions and index terms as chapters have them
  std::string_view epub_type, aria_role;  // of the EPUB structure vocabulary and of DPUB-ARIA; the latter has none for some
};

inline constexpr std::array<MatterKind, 8> kMatterKinds{{
    {MatterRole::Dedication, "front.dedication", "dedication", "Dedication", MatterPlace::TitlePages, false, "dedication",
     "doc-dedication"},
    {MatterRole::Preface, "front.preface", "preface", "Preface", MatterPlace::Front, false, "preface", "doc-preface"},
    {MatterRole::Acknowledgments, "front.acknowledgments", "acknowledgments", "Acknowledgments", MatterPlace::Front, false,
     "acknowledgments", "doc-acknowledgments"},
    {MatterRole::Contributors, "front.contributors", "contributors", "Contributors", MatterPlace::Front, false, "contributors", ""},
    {MatterRole::Appendix, "back.appendices", "appendix", "Appendix", MatterPlace::Back, true, "appendix", "doc-appendix"},
    {MatterRole::Glossary, "back.glossary", "glossary", "Glossary", MatterPlace::Back, false, "glossary", "doc-glossary"},
    {MatterRole::AboutAuthor, "back.about-author", "about-author", "About the Author", MatterPlace::BehindIndex, false, "backmatter", ""},
    {MatterRole::Colophon, "back.colophon", "colophon", "Colophon", MatterPlace::BehindIndex, false, "colophon", "doc-colophon"},
}};

constexpr const MatterKind& kind_of(MatterRole role) { return kMatterKinds[static_cast<std::size_t>(role)]; }

// One text of it. In reading order.
struct MatterId {
  MatterRole role{};
  int number = 0;  // from 1 where a book may have several, else 0

  auto operator<=>(const MatterId&) const = default;
};

inline const MatterKind& kind_of(MatterId id) { return kind_of(id.role); }
inline MatterPlace place_of(MatterId id) { return kind_of(id).place; }
std::string name_of(MatterId id);        // "preface", "appendix-2": unique in a book
std::string key_of(MatterId id);         // "matter/appendix-2": Document::chapter of its text
std::string letter_of(MatterId id);      // "B"; behind "Z" comes "AA"; empty for what has none
std::string default_title(MatterId id);  // "Preface", "Appendix B"

}  // namespace nbpublish
