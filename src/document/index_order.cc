#include "document/index_order.h"

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/uchar.h>

#include "document/index_term.h"

namespace nbpublish {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

struct IndexOrder::Data {
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::AlphabeticIndex> letters;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> buckets;
};

std::string index_key(std::string_view term) {
  if (term.find('`') != term.npos) return std::string(term);
  icu::UnicodeString folded = wide(term);
  return narrow(folded.foldCase());
}

IndexOrder::IndexOrder(const std::string& language) : data_(std::make_unique<Data>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language.c_str(), status);
  const icu::Locale& known = U_SUCCESS(status) ? locale : icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  data_->collator.reset(icu::Collator::createInstance(known, status));
  if (U_FAILURE(status)) data_->collator.reset();
  if (data_->collator) {
    data_->collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
    data_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }
  status = U_ZERO_ERROR;
  data_->letters = std::make_unique<icu::AlphabeticIndex>(known, status);
  data_->buckets.reset(U_SUCCESS(status) ? data_->letters->buildImmutableIndex(status) : nullptr);
}

IndexOrder::~IndexOrder() = default;

bool IndexOrder::is_less(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult order = data_->collator ? data_->collator->compare(wide(plain_term(a)), wide(plain_term(b)), status) : UCOL_EQUAL;
  return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

std::string IndexOrder::heading_of(std::string_view term) const {
  icu::UnicodeString text = wide(plain_term(term));
  while (!text.isEmpty() && !u_isalnum(text.char32At(0))) text.remove(0, text.moveIndex32(0, 1));
  if (text.isEmpty()) return "Symbols";
  if (u_isdigit(text.char32At(0))) return "Numbers";
  UErrorCode status = U_ZERO_ERROR;
  const auto* bucket = data_->buckets ? data_->buckets->getBucket(data_->buckets->getBucketIndex(text, status)) : nullptr;
  if (bucket && U_SUCCESS(status) && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) return narrow(bucket->getLabel());
  // A letter of a script that the language does not use.
  return narrow(icu::UnicodeString(u_toupper(text.char32At(0))));
}

}  // namespace nbpublish
