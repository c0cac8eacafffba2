#include "frame/part_hash.h"

#include <cstring>
#include <type_traits>

#include "base/overloaded.h"
#include "frame/body_left.h"

namespace nbpublish {
namespace {

// Bytes that stand for values, each after the other; texts and lists with their sizes, so that none runs into the next.
class Digest {
 public:
  Hash128 hash() const { return hash128(bytes_); }
  void clear_left(Length left) { left_ = left; }

  template <class T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void add(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void add(Length length) { add(length.units()); }
  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }
  void add(const Point& p) { add(p.x - left_), add(p.y); }
  void add(const Rect& r) { add(Point{r.x, r.y}), add(r.width), add(r.height); }

  void add(const TagNode& tag) {
    add(tag.role), add(tag.parent), add(tag.alt), add(tag.language), add(tag.column_scope), add(tag.numbering);
  }
  void add(const FrameItem& item) {
    add(item.content.index());
    std::visit([&](const auto& content) { add(content); }, item.content);
  }
  void add(const LinkArea& link) {
    add(link.rect), add(link.tag), add(link.description), add(link.target.index());
    std::visit(overloaded{[&](const RawTarget& raw) { add(raw.href); }, [&](const ExternalTarget& external) { add(external.url); },
                          [&](const InternalTarget& internal) { add(destination_name(internal)); }},
               link.target);
  }

 private:
  std::string bytes_;
  Length left_;  // of the page: where 0 is

  template <class T>
  void add_all(const std::vector<T>& list) {
    static_assert(std::has_unique_object_representations_v<T>);
    add(list.size());
    bytes_.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
  }
  void add(const GlyphRun& run) {
    add(run.font), add(run.colour), add(run.size), add(run.origin), add(run.text), add(run.turn);
    add_all(run.glyphs);
    add_all(run.clusters);
  }
  void add(const Fill& fill) { add(fill.rect), add(fill.colour); }
  void add(const Path& path) {
    add(path.segments.size());
    for (const PathSegment& segment : path.segments) {
      add(segment.kind);
      for (const Point& p : segment.points) add(p);
    }
    add(path.colour), add(path.filled), add(path.width), add(path.dash_on), add(path.dash_off);
  }
  void add(const PlacedPicture& placed) {
    add(placed.picture->kind), add(placed.picture->width_px), add(placed.picture->height_px);
    const Hash128 content = hash128(placed.picture->bytes);
    add(content.high), add(content.low), add(placed.rect), add(placed.turned);
  }
};

void add_links(const Page& page, Digest& digest) {
  digest.add(page.links.size());
  for (const LinkArea& link : page.links) digest.add(link);
  digest.add(page.destinations.size());
  for (const Destination& d : page.destinations) digest.add(d.name), digest.add(d.place);
}

}  // namespace

Hash128 hash_of(const PagedPart& part, PartUse use) {
  const bool linked = use == PartUse::Linked;
  Digest digest;
  digest.add(use);
  if (linked)
    for (const TagNode& tag : part.tags.nodes) digest.add(tag);
  digest.add(part.pages.size());
  for (const Page& page : part.pages) {
    if (!linked) digest.clear_left(body_left(page));
    digest.add(page.items.size());
    for (const FrameItem& item : page.items) {
      digest.add(linked ? item.tag : TagId{item.tag == kArtifact});
      digest.add(item);
    }
    if (linked) add_links(page, digest);
  }
  if (linked)
    for (const OutlineEntry& entry : part.outline) digest.add(entry.level), digest.add(entry.text), digest.add(entry.destination);
  return digest.hash();
}

}  // namespace nbpublish
