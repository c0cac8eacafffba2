#include "output/pdf/join_parts.h"

#include <fmt/format.h>

#include <map>

#include "output/pdf/fixed_objects.h"
#include "output/pdf/font_objects.h"
#include "output/pdf/metadata.h"
#include "output/pdf/navigation.h"
#include "output/pdf/page_writer.h"
#include "output/pdf/pdf_stream.h"
#include "output/pdf/print_metadata.h"
#include "output/pdf/screen_standard.h"

namespace nbpublish {
namespace {

const char* version_of(PdfStandard standard) {
  switch (standard) {
    case PdfStandard::X1a2001:
      return "1.3";
    case PdfStandard::X1a2003:
      return "1.4";
    case PdfStandard::X4:
      return "1.6";
    case PdfStandard::Accessible:
      break;
  }
  return "1.7";
}

FileForm form_of(PdfStandard standard) {
  return standard == PdfStandard::X1a2001 || standard == PdfStandard::X1a2003 ? FileForm::Plain : FileForm::Packed;
}

std::size_t size_of(const SealedVolume& volume) {
  std::size_t size = 1 << 20;
  for (const auto& part : volume.parts) {
    for (const SealedPage& page : part->pages) size += page.body.size() + 512;
    for (const SealedPack& pack : part->packs) size += pack.stream.size();
    for (const PictureObject& object : part->picture_objects) size += object.stream.size();
  }
  return size;
}

class Joiner {
 public:
  Joiner(const SealedVolume& volume, const GlyphTables& tables, const PdfOptions& options)
      : volume_(volume),
        tables_(tables),
        options_(options),
        is_print_(is_for_print(options.standard)),
        file_(version_of(options.standard), form_of(options.standard), size_of(volume)),
        next_(is_print_ ? kFirstOfPrint : volume.behind_parts),
        pages_(file_, next_, volume.sheets, is_print_) {}

  Result<std::string> join() {
    for (std::size_t i = 0; i < volume_.parts.size(); ++i) add_part(*volume_.parts[i], volume_.furniture[i]);
    pages_.finish();
    NBP_TRY(add_fonts());
    std::string catalog = fmt::format("/Type /Catalog /Pages {}", pdf_reference(kPageTree));
    catalog += is_print_ ? print_entries() : screen_entries();
    file_.add(kCatalog, fmt::format("<< {} >>", catalog));
    const std::string more = is_print_ ? print_info_entries(volume_.info, options_.standard) : "";
    file_.add(kInfo, fmt::format("<< {}{} >>", info_entries(volume_.info, options_), more));
    if (next_ > kLargestObjectNumber)
      return fail(ErrorKind::Input, "the volume has more objects than a PDF may number; divide it into several");
    return file_.finish(next_);
  }

 private:
  const SealedVolume& volume_;
  const GlyphTables& tables_;
  const PdfOptions& options_;
  bool is_print_;
  PdfFile file_;
  ObjectNumber next_;
  std::map<Hash128, ObjectNumber> pictures_;  // objects of pictures by what they are
  PageWriter pages_;

  ObjectNumber add(const std::string& value) {
    file_.add(next_, value);
    return next_++;
  }
  ObjectNumber add_stream(std::string_view stream) {
    file_.add_stream(next_, stream);
    return next_++;
  }

  void add_part(const SealedPart& part, const SealedFurniture& furniture) {
    for (const SealedPack& pack : part.packs) file_.add_pack(next_++, pack);
    const std::vector<ObjectNumber> forms = add_pictures(part);
    for (std::size_t i = 0; i < part.pages.size(); ++i) {
      const ObjectNumber number = is_print_ ? next_++ : part.first_number + static_cast<ObjectNumber>(i);
      pages_.add(number, part.pages[i], furniture.sheets[i], forms);
    }
  }

  // Numbers of the part's pictures.
  std::vector<ObjectNumber> add_pictures(const SealedPart& part) {
    std::vector<ObjectNumber> numbers;
    for (const PictureObject& object : part.picture_objects) {
      const auto [at, fresh] = pictures_.try_emplace(object.content, next_);
      numbers.push_back(at->second);
      if (!fresh) continue;
      std::string value = object.text.front();
      for (std::size_t i = 0; i < object.targets.size(); ++i) (value += pdf_reference(numbers[object.targets[i]])) += object.text[i + 1];
      if (object.stream.empty()) file_.add(next_++, value);
      else add_stream(value + object.stream);
    }
    std::vector<ObjectNumber> forms;
    for (const std::uint32_t form : part.pictures) forms.push_back(numbers[form]);
    return forms;
  }

  Status add_fonts() {
    GlyphUse used;
    for (const auto& part : volume_.parts) used.add(part->glyphs);
    for (const SealedFurniture& furniture : volume_.furniture) used.add(furniture.glyphs);
    std::string fonts = "<<";
    for (const FaceGlyphs& face : used.faces()) {
      NBP_TRY_ASSIGN(const ObjectNumber number, add_font(file_, next_, tables_, face));
      fmt::format_to(std::back_inserter(fonts), " /F{} {}", face.font, pdf_reference(number));
    }
    file_.add(kFonts, fonts + " >>");
    file_.add(kResources, fmt::format("<< /Font {} >>", pdf_reference(kFonts)));
    return {};
  }

  std::string print_entries() {
    ObjectNumber profile = 0;
    if (!options_.intent.profile.empty()) profile = add_stream(pdf_stream("/N 4", options_.intent.profile));
    std::string out = fmt::format(" /OutputIntents [{}]", pdf_reference(add(print_intent(options_.intent, profile))));
    if (options_.standard == PdfStandard::X4) out += metadata_entry();
    return out;
  }

  std::string metadata_entry() { return " /Metadata " + pdf_reference(add_stream(metadata_stream(xmp_packet(volume_.info, options_)))); }

  std::string screen_entries() {
    const AddObject add_value = [&](const std::string& value) { return add(value); };
    std::string out = structure_entry();
    if (pages_.has_group()) file_.add(kGroup, "<< /Type /Group /S /Transparency /CS /DeviceRGB >>");
    if (const ObjectNumber places = add_destinations(volume_.parts, add_value))
      out += fmt::format(" /Names << /Dests {} >>", pdf_reference(places));
    const auto put = [&](ObjectNumber number, const std::string& value) { file_.add(number, value); };
    if (const ObjectNumber outline = add_outline(volume_.parts, next_, put))
      out += fmt::format(" /Outlines {} /PageMode /UseOutlines", pdf_reference(outline));
    out += " /PageLabels " + pdf_reference(add_page_labels(volume_.furniture, add_value));
    if (!volume_.info.language.empty()) out += " /Lang " + pdf_text(volume_.info.language);
    out += " /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>" + metadata_entry();
    return out + fmt::format(" /OutputIntents [{}]", pdf_reference(add(screen_intent(add_stream(screen_profile())))));
  }

  // Document, below it each part's tree (ISO 32000-1, 14.7).
  std::string structure_entry() {
    std::vector<ObjectNumber> roots;
    std::vector<SealedNode> parents, ids;
    std::int64_t next_key = 0;
    for (const auto& part : volume_.parts) {
      if (part->structure != 0) roots.push_back(part->structure);
      if (part->parents.number != 0) parents.push_back(part->parents);
      if (part->ids.number != 0) ids.push_back(part->ids);
      next_key = std::max(next_key, part->next_structure_key);
    }
    file_.add(kDocument, fmt::format("<< /S /Document /P {} /K [{}] >>", pdf_reference(kStructure), pdf_references(roots)));
    std::string out = fmt::format("<< /Type /StructTreeRoot /K {} /ParentTree {} /ParentTreeNextKey {}", pdf_reference(kDocument),
                                  pdf_reference(add(tree_root(parents, TreeKind::Numbers))), next_key);
    if (!ids.empty()) out += " /IDTree " + pdf_reference(add(tree_root(ids, TreeKind::Names)));
    file_.add(kStructure, out + " >>");
    return " /StructTreeRoot " + pdf_reference(kStructure);
  }
};

}  // namespace

Result<std::string> join_parts(const SealedVolume& volume, const GlyphTables& tables, const PdfOptions& options) {
  return Joiner(volume, tables, options).join();
}

}  // namespace nbpublish
