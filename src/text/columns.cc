#include "text/columns.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr char32_t kTextPresentation = 0xFE0E, kEmojiPresentation = 0xFE0F;

// Making a break iterator parses rules: one per thread is kept.
icu::BreakIterator& character_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createCharacterInstance(icu::Locale::getUS(), status));
  }();
  return *iterator;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

int columns_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return 2;
  const auto kind = u_charType(code);
  return kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR ? 0 : 1;
}

int columns_of_cluster(std::string_view cluster) {
  int columns = 0;
  bool emoji = false, text = false, wide = false;
  for (std::size_t pos = 0; pos < cluster.size();) {
    const char32_t c = next_code_point(cluster, pos);
    columns += columns_of(c);
    wide |= columns_of(c) == 2;
    emoji |= c == kEmojiPresentation;
    text |= c == kTextPresentation;
  }
  // The letters of a Hangul syllable and the parts of an emoji stand in one wide place.
  if (emoji || (wide && !text)) return 2;
  return text ? std::min(columns, 1) : columns;
}

}  // namespace

std::vector<ColumnCluster> column_clusters(std::string_view line) {
  std::vector<ColumnCluster> clusters;
  if (is_ascii(line)) {
    for (std::uint32_t i = 0; i < line.size(); ++i) clusters.push_back({i, i + 1, 1});
    return clusters;
  }
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, line.data(), static_cast<std::int64_t>(line.size()), &status);
  icu::BreakIterator& iterator = character_iterator();
  iterator.setText(&text, status);
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; begin = end, end = iterator.next()) {
    const std::string_view cluster = line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    clusters.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), columns_of_cluster(cluster)});
  }
  utext_close(&text);
  return clusters;
}

int column_count(std::string_view line) {
  if (is_ascii(line)) return static_cast<int>(line.size());
  int columns = 0;
  for (const ColumnCluster& cluster : column_clusters(line)) columns += cluster.columns;
  return columns;
}

}  // namespace nbpublish
