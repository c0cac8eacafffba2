// The facts, and the sentences that are made of them.
#include <fmt/format.h>

#include "document/walk.h"
#include "output/epub/access.h"
#include "output/epub/note_places.h"

namespace nbpublish {
namespace {

std::string counted(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

void count_blocks(const Document& document, std::span<const Block> blocks, const ImageStore& images, AccessFacts& facts) {
  for_each_block(blocks, [&](const Block& block) {
    if (as<CodeBlock>(block)) facts.has_listings = true;
    if (as<Table>(block)) facts.has_tables = true;
    if (as<Component>(block)) ++facts.components;
    const auto* figure = as<Figure>(block);
    if (figure && images.knows(document, figure->source) && !images.description(document, *figure).empty()) ++facts.described;
  });
}

// What stands in the file, its notes included.
void count_section(const Section& section, const Publication& publication, const ImageStore& images, AccessFacts& facts) {
  const Document& document = *section.document;
  count_blocks(document, section.blocks(), images, facts);
  const NotePlaces places(document, publication.pieces_of(section));
  for (std::size_t note = 0; note < document.notes.size(); ++note) {
    if (places.section_of(note) != &section) continue;
    facts.has_notes = true;
    count_blocks(document, document.notes[note].blocks, images, facts);
  }
}

std::string about_images(const AccessFacts& facts) {
  if (facts.images == 0) return {};
  const std::size_t with_alt = facts.images - facts.images_without_alt;
  std::string text = facts.every_image_has_alt()
                         ? " Its pictures have alternative text"
                         : fmt::format(" Of its {}, {} alternative text", counted(facts.images, "picture", "pictures"),
                                       with_alt == 1 ? "1 has" : fmt::format("{} have", with_alt));
  if (facts.described > 0)
    text += facts.described == facts.images
                ? " and a long description"
                : fmt::format("; {} a long description too", facts.described == 1 ? "1 has" : fmt::format("{} have", facts.described));
  return text + ".";
}

}  // namespace

AccessFacts access_facts(const Publication& publication, const ImageStore& images, const PageList& pages) {
  AccessFacts facts;
  facts.page_source = pages.source();
  facts.images = images.uses();
  facts.images_without_alt = images.uses_without_alt();
  for (const Section& section : publication.sections)
    if (section.document) count_section(section, publication, images, facts);
  facts.has_index = publication.first_of(SectionKind::Index) != nullptr;
  return facts;
}

bool claims_conformance(const EpubInput& input, const AccessFacts& facts) {
  return input.texts.book->accessibility.claims_wcag_2_2_aa && facts.every_image_has_alt();
}

void check_claim(const EpubInput& input, const AccessFacts& facts, DiagnosticSink& diagnostics) {
  const Accessibility& access = input.texts.book->accessibility;
  if (!access.claims_wcag_2_2_aa || claims_conformance(input, facts)) return;
  diagnostics.report(DiagCode::AccessibilityClaim, input.texts.book->manifest, access.claim_span,
                     fmt::format("the ebook of {} does not claim WCAG 2.2 AA: {} no alternative text", input.texts.volume->key,
                                 facts.images_without_alt == 1 ? "1 of its pictures has"
                                                               : fmt::format("{} of its pictures have", facts.images_without_alt)),
                     "the warnings missing-alt-text say which");
}

std::string accessibility_summary(const EpubInput& input, const AccessFacts& facts) {
  if (!input.texts.book->accessibility.summary.empty()) return input.texts.book->accessibility.summary;
  std::string text =
      "The whole text can be read aloud or in braille, and set in any size, face, spacing and color. Contents, headings, lists and links "
      "are "
      "marked as what they are, and there is one reading order.";
  if (facts.has_pages()) text += " The page numbers of the printed book are marked.";
  text += about_images(facts);
  if (facts.has_listings) text += " Program listings are text; color is never their only sign.";
  if (facts.has_tables) text += " Tables have their header cells marked.";
  if (facts.has_notes) text += " Notes are linked in both directions.";
  for (const std::string& limit : known_limits(facts)) text += " " + limit;
  return text;
}

std::vector<std::string> known_limits(const AccessFacts& facts) {
  std::vector<std::string> limits;
  if (facts.images_without_alt > 0)
    limits.push_back(fmt::format("{} no alternative text.", facts.images_without_alt == 1
                                                                ? "1 picture has"
                                                                : fmt::format("{} pictures have", facts.images_without_alt)));
  if (facts.components > 0)
    limits.push_back(
        fmt::format("{} only on the web, to which the text leads; what is there was not checked.",
                    facts.components == 1 ? "1 interactive figure runs" : fmt::format("{} interactive figures run", facts.components)));
  return limits;
}

}  // namespace nbpublish
