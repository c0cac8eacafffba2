#include "output/pdf/part_store.h"

#include "base/hash.h"
#include "frame/part_hash.h"
#include "output/pdf/sealed_bytes.h"

namespace nbpublish {
namespace {

// Raised when equal pages give other bytes: what earlier programs kept is then made anew.
constexpr std::uint64_t kSealVersion = 1;

}  // namespace

std::string seal_key(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const FontLibrary& fonts) {
  std::string all = to_hex(hash_of(part, settings.is_tagged() ? PartUse::Linked : PartUse::Printed));
  const auto add = [&](std::int64_t value) { (all += std::to_string(value)) += ' '; };
  for (const Rgb& colour : settings.theme.colours) add(colour.r << 16 | colour.g << 8 | colour.b);
  add(settings.ink ? static_cast<int>(*settings.ink) : -1);
  add(settings.sheets.trim.height.units());
  if (settings.is_tagged()) {
    add(place.first_number);
    for (const int level : place.levels.open()) add(level);
  }
  for (std::size_t font = 0; font < fonts.size(); ++font) all += fonts.entry(static_cast<FontId>(font)).sha256;
  return to_hex(hash128(all, kSealVersion));
}

Result<SealedPart> seal_part(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const GlyphTables& tables,
                             PartStore* store) {
  if (store == nullptr) return seal_part(part, place, settings, tables);
  const std::string key = seal_key(part, place, settings, tables.fonts());
  if (const std::optional<std::string> kept = store->find(part.key, key))
    if (std::optional<SealedPart> found = sealed_part(*kept)) return std::move(*found);
  NBP_TRY_ASSIGN(SealedPart sealed, seal_part(part, place, settings, tables));
  store->keep(part.key, key, bytes_of(sealed));
  return sealed;
}

}  // namespace nbpublish
