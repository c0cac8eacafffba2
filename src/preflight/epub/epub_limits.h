// Limits on what the preflight of an EPUB takes upon itself: the file comes from anywhere, and a small
// archive can unfold to years of work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>

namespace nbpublish {

inline constexpr std::size_t kEpubMostEntries = 20'000;  // a book of 5,000 pages with a picture on each has half of it
inline constexpr std::size_t kMostEntryNameBytes = 1024;
// What an entry may unfold to, and all of them together, by the sizes that the archive states: reading stops
// at those.
inline constexpr std::uint64_t kMostEntryBytes = 256u << 20;
inline constexpr std::uint64_t kMostBytesInAll = std::uint64_t{3} << 30;
// Deflate reaches 1032:1; text reaches 20:1, a white picture 200:1. What unfolds to less than the second
// number is no bomb.
inline constexpr std::uint64_t kMostRatio = 200;
inline constexpr std::uint64_t kSuspiciousBytes = 32u << 20;
inline constexpr std::size_t kMostXmlDepth = 512;          // Chromium's parser stops there too
inline constexpr std::size_t kMostMarks = 2'000'000;       // links and ids of all files; an index of 5,000 pages has 40,000
inline constexpr std::size_t kMostMarkBytes = 256u << 20;  // of all of them together
inline constexpr std::size_t kMostManifestItems = 60'000;
inline constexpr std::size_t kMostMetadata = 10'000;
inline constexpr std::size_t kMostFallbacks = 32;    // in a row
inline constexpr std::size_t kMostShownBytes = 120;  // of words out of the file that are shown

// The file is not read any further. Thrown inside the room, an Input error outside of it.
struct EpubRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What is left of the marks that one book may have, and of their bytes.
class MarkBudget {
 public:
  void spend(std::size_t bytes) {
    if (left_-- == 0) throw EpubRefused("it has more than 2 million links and ids");
    if (bytes > bytes_left_) throw EpubRefused("its links and ids have more than 256 MB");
    bytes_left_ -= bytes;
  }

 private:
  std::size_t left_ = kMostMarks, bytes_left_ = kMostMarkBytes;
};

}  // namespace nbpublish
