// Values of the stages as bytes, to keep and to compare: a hash, an encoding, and the way back.
//
// Of these types: Document, std::vector<Diagnostic>, BookAddresses, BookIndex, std::vector<NamePlace>, NameIndexes, PrintedPages, PagedPart
// and PagedVolume. Others get theirs where they are known, by codec.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/decoding.h"
#include "base/hash.h"
#include "document/addresses.h"
#include "document/captions.h"
#include "document/document.h"
#include "document/index.h"
#include "document/name_index.h"
#include "document/printed_pages.h"
#include "frame/frame.h"

namespace nbpublish {

// Of all that the value is, pictures by their content. The same on any machine, and for as long as the type keeps its version. Values with
// another dump have another hash. Pages name faces by their number in the font library: beside their hash belongs that of its manifest.
template <class T>
Hash128 hash_of(const T& value);

// hash_of() is the hash128() of it. Pictures are not in it, only their hashes.
template <class T>
std::string encode(const T& value);

// The value of an encoding, equal in every field; nothing if the bytes are no encoding of such a value, are of another version, name a
// picture that is not found, or nest deeper than any reader makes. The bytes may be anybody's: what comes out is sound (sound.h), and it
// takes time and memory in proportion to them, though a block of 6 bytes is one of 400 in memory.
template <class T>
std::optional<T> decode(std::string_view bytes, const Decoding& with = {});

// That the three are made in another file, of a type which is not among those above.
#define NBP_ARCHIVED_ELSEWHERE(Type)               \
  extern template Hash128 hash_of(const Type&);    \
  extern template std::string encode(const Type&); \
  extern template std::optional<Type> decode(std::string_view, const Decoding&);

NBP_ARCHIVED_ELSEWHERE(Document)
NBP_ARCHIVED_ELSEWHERE(std::vector<Diagnostic>)
NBP_ARCHIVED_ELSEWHERE(BookAddresses)
NBP_ARCHIVED_ELSEWHERE(BookIndex)
NBP_ARCHIVED_ELSEWHERE(std::vector<NamePlace>)
NBP_ARCHIVED_ELSEWHERE(NameIndexes)
NBP_ARCHIVED_ELSEWHERE(PrintedPages)
NBP_ARCHIVED_ELSEWHERE(PagedPart)
NBP_ARCHIVED_ELSEWHERE(PagedVolume)

}  // namespace nbpublish
