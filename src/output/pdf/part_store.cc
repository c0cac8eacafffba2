#include "output/pdf/part_store.h"

#include "archive/encoder.h"
#include "archive/frame_fields.h"
#include "archive/item_facts.h"
#include "output/pdf/sealed_bytes.h"

namespace nbpublish {

namespace {

// Raised when equal pages give other bytes: what earlier programs kept is then made anew.
constexpr std::uint64_t kSealVersion = 3;

// All that drawing reads of the pages but furniture, labels and sides. Which block of the text an item shows, drawing does not read.
void put_pages(Encoder& key, const PagedPart& part) {
  key(part.tags, part.outline, part.pages.size());
  for (const Page& page : part.pages) {
    key(page.across, page.links, page.destinations, facts_of(page.items).seen, facts_of(page.items).tags);
  }
}

// Of pages without links and structure. One that is moved sideways as a whole is the same: note [body].
void put_printed_pages(Encoder& key, const PagedPart& part) {
  key(part.pages.size());
  for (const Page& page : part.pages) key(facts_of(page.items).seen, facts_of(page.items).artifacts);
}

}  // namespace

std::string seal_key(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const FontLibrary& fonts) {
  HashStream hash;
  Encoder key(hash);
  key(kSealVersion, settings.is_tagged(), settings.ink, settings.theme.colours, settings.sheets.trim.height);
  if (settings.is_tagged()) {
    key(place.first_number, place.levels.open());
    put_pages(key, part);
  } else {
    put_printed_pages(key, part);
  }
  for (std::size_t font = 0; font < fonts.size(); ++font) key(fonts.entry(static_cast<FontId>(font)).sha256);
  key.finish();
  return to_hex(hash.hash());
}

Result<SealedPart> seal_part(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const GlyphTables& tables,
                             PartStore* store) {
  if (store == nullptr) return seal_part(part, place, settings, tables);
  const std::string key = seal_key(part, place, settings, tables.fonts());
  if (const std::optional<std::string> kept = store->find(part.key, key))
    if (std::optional<SealedPart> found = decode<SealedPart>(*kept)) return std::move(*found);
  NBP_TRY_ASSIGN(SealedPart sealed, seal_part(part, place, settings, tables));
  store->keep(part.key, key, encode(sealed));
  return sealed;
}

}  // namespace nbpublish
