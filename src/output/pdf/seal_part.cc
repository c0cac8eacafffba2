#include "output/pdf/seal_part.h"

#include <fmt/format.h>

#include "output/pdf/fixed_objects.h"
#include "output/pdf/links.h"
#include "output/pdf/object_packer.h"
#include "output/pdf/page_content.h"
#include "output/pdf/part_structure.h"
#include "output/pdf/pdf_stream.h"
#include "output/pdf/picture_objects.h"

namespace nbpublish {
namespace {

constexpr int kDeepestInOutline = 3;

SealedStream stream_of(const std::string& content) { return content.empty() ? SealedStream() : pdf_stream("", content); }

// The bodies of the pages, and the pictures on them.
class BodySealer {
 public:
  BodySealer(const PagedPart& part, const SealSettings& settings, const GlyphTables& tables, PictureForms forms, SealedPart& out)
      : part_(part),
        settings_(settings),
        colours_(settings.theme, settings.ink),
        writer_(colours_, tables, used_),
        forms_(std::move(forms)),
        out_(out) {}

  void seal() {
    for (const Page& page : part_.pages) out_.pages.push_back(sealed(page));
    for (const DrawnPicture& picture : forms_.pictures) out_.pictures.push_back(picture.form);
    out_.picture_objects = std::move(forms_.objects);
    out_.glyphs = used_.faces();
  }

 private:
  const PagedPart& part_;
  const SealSettings& settings_;
  ColourOperators colours_;
  GlyphUse used_;
  ContentWriter writer_;
  PictureForms forms_;
  SealedPart& out_;

  SealedPage sealed(const Page& page) {
    SealedPage out;
    PictureNames names;
    for (const FrameItem& item : page.items) {
      const auto* placed = std::get_if<PlacedPicture>(&item.content);
      if (placed == nullptr) continue;
      const std::uint32_t picture = forms_.index.at(key_of(*placed));
      if (!names.try_emplace(key_of(*placed), fmt::format("P{}", out.pictures.size())).second) continue;
      out.pictures.push_back(picture);
      out.may_be_transparent = out.may_be_transparent || forms_.pictures[picture].may_be_transparent;
    }
    if (!page.items.empty()) out.body = stream_of(body_content(page, names, settings_.is_tagged(), settings_.sheets.trim.height, writer_));
    return out;
  }
};

// What only screens have: links, the structure, and the way from marked content back to it.
class StructureSealer {
 public:
  StructureSealer(const PagedPart& part, const PartPlace& place, Length page_height, SealedPart& out)
      : part_(part),
        page_height_(page_height),
        structure_(part, place, kDocument),
        next_(place.first_number + static_cast<ObjectNumber>(part.pages.size())),
        next_key_(place.first_number),
        out_(out) {}

  void seal() {
    number_links();
    structure_.build(next_, page_height_);
    out_.structure = structure_.root();
    structure_.write([&](ObjectNumber number, const std::string& value) { packer_.add(number, value); });
    write_links_and_parents();
    const AddObject add = [&](const std::string& value) {
      packer_.add(next_, value);
      return next_++;
    };
    out_.parents = tree_node(parents_, TreeKind::Numbers, add);
    out_.ids = tree_node(structure_.ids(), TreeKind::Names, add);
    out_.next_structure_key = next_key_;
    out_.packs = packer_.finish();
  }

 private:
  const PagedPart& part_;
  Length page_height_;
  PartStructure structure_;
  ObjectPacker packer_;
  ObjectNumber next_;
  std::int64_t next_key_;
  TreeEntries parents_;
  SealedPart& out_;

  void number_links() {
    for (std::size_t i = 0; i < part_.pages.size(); ++i) {
      out_.pages[i].first_link = next_;
      for (const LinkArea& link : part_.pages[i].links) structure_.add_annotation(i, link.tag, next_++);
      out_.pages[i].links = next_ - out_.pages[i].first_link;
    }
  }

  // An array for each page, by MCID, and an element for each annotation. The keys ascend with the pages.
  void write_links_and_parents() {
    for (std::size_t i = 0; i < part_.pages.size(); ++i) {
      const Page& page = part_.pages[i];
      std::string elements;
      for (const MarkedRun& run : marked_runs(page)) elements += pdf_reference(structure_.element(run.tag)) + ' ';
      if (!elements.empty()) {
        out_.pages[i].structure_key = next_key_;
        parents_.emplace_back(std::to_string(next_key_++), pdf_reference(next_));
        packer_.add(next_++, '[' + elements + ']');
      }
      for (std::size_t k = 0; k < page.links.size(); ++k) {
        packer_.add(out_.pages[i].first_link + static_cast<ObjectNumber>(k),
                    link_annotation(page.links[k], page.across, page_height_, next_key_));
        parents_.emplace_back(std::to_string(next_key_++), pdf_reference(structure_.element(page.links[k].tag)));
      }
    }
  }
};

void add_places(const PagedPart& part, Length page_height, SealedPart& out) {
  for (std::size_t i = 0; i < part.pages.size(); ++i)
    for (const Destination& d : part.pages[i].destinations)
      out.destinations.push_back(
          {d.name, fmt::format("[{} /XYZ {} {} null]", pdf_reference(out.first_number + static_cast<ObjectNumber>(i)),
                               pdf_number(d.place.x + part.pages[i].across), pdf_number(page_height - d.place.y))});
  for (const OutlineEntry& entry : part.outline)
    if (entry.level <= kDeepestInOutline) out.outline.push_back({entry.level, entry.text, entry.destination});
}

}  // namespace

Result<SealedPart> seal_part(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const GlyphTables& tables) {
  SealedPart out;
  NBP_TRY_ASSIGN(PictureForms forms, picture_forms(part, settings.ink));
  BodySealer(part, settings, tables, std::move(forms), out).seal();
  if (!settings.is_tagged()) return out;
  out.first_number = place.first_number;
  StructureSealer structure(part, place, settings.sheets.trim.height, out);
  structure.seal();
  add_places(part, settings.sheets.trim.height, out);
  return out;
}

SealedFurniture seal_furniture(const PagedPart& part, const SealSettings& settings, const GlyphTables& tables) {
  const ColourOperators colours(settings.theme, settings.ink);
  GlyphUse used;
  ContentWriter writer(colours, tables, used);
  SealedFurniture out;
  for (const Page& page : part.pages) {
    const Rect sheet = page_boxes(settings.sheets, page.recto).media;
    out.sheets.push_back(
        {stream_of(head_content(page, sheet, settings.is_tagged(), settings.sheets.trim.height, writer)), page.label, page.recto});
  }
  out.glyphs = used.faces();
  return out;
}

}  // namespace nbpublish
