// The book of all constructs, seen by a reader that follows the structure (ISO 32000-1, 14.8.4).
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "everything.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// What a role may stand in; roles that are not listed stand anywhere.
const std::map<TagRole, std::set<TagRole>> kParents = {
    {TagRole::LI, {TagRole::L}},
    {TagRole::LBody, {TagRole::LI}},
    {TagRole::THead, {TagRole::Table}},
    {TagRole::TBody, {TagRole::Table}},
    {TagRole::TR, {TagRole::THead, TagRole::TBody}},
    {TagRole::TH, {TagRole::TR}},
    {TagRole::TD, {TagRole::TR}},
    {TagRole::TocItem, {TagRole::Toc}},
    {TagRole::Lbl, {TagRole::LI, TagRole::Note}},
};
// What these roles may hold; others hold anything.
const std::map<TagRole, std::set<TagRole>> kChildren = {
    {TagRole::L, {TagRole::LI}},
    {TagRole::LI, {TagRole::Lbl, TagRole::LBody}},
    {TagRole::Table, {TagRole::THead, TagRole::TBody, TagRole::Caption}},
    {TagRole::THead, {TagRole::TR}},
    {TagRole::TBody, {TagRole::TR}},
    {TagRole::TR, {TagRole::TH, TagRole::TD}},
    {TagRole::Toc, {TagRole::TocItem}},
};

bool allows(const std::map<TagRole, std::set<TagRole>>& rules, TagRole of, TagRole other) {
  const auto rule = rules.find(of);
  return rule == rules.end() || rule->second.contains(other);
}

void for_each_tag(const auto& visit) {
  for (const PagedPart& part : everything().volume.parts)
    for (TagId tag = 1; tag < part.tags.nodes.size(); ++tag) visit(part, part.tags.nodes[tag], tag);
}

}  // namespace

TEST_CASE("everything: tags stand in each other as they may") {
  for_each_tag([](const PagedPart& part, const TagNode& tag, TagId id) {
    const TagRole parent = part.tags.nodes[tag.parent].role;
    CAPTURE(part.key, id, pdf_name(tag.role), pdf_name(parent));
    CHECK(allows(kParents, tag.role, parent));
    CHECK(allows(kChildren, parent, tag.role));
  });
}

TEST_CASE("everything: figures say what they show, head cells what they head, links where they lead") {
  for_each_tag([](const PagedPart& part, const TagNode& tag, TagId id) {
    CAPTURE(part.key, id);
    if (tag.role == TagRole::Figure) CHECK_FALSE(tag.alt.empty());
    if (tag.role == TagRole::TH) CHECK(tag.column_scope);
  });
  for (const PagedPart& part : everything().volume.parts)
    for (const Page& page : part.pages)
      for (const LinkArea& link : page.links) {
        CAPTURE(part.key, page.label);
        CHECK_FALSE(link.description.empty());
        CHECK(part.tags.nodes.at(link.tag).role == TagRole::Link);
      }
}

TEST_CASE("everything: the book has every construct that tags tell apart") {
  std::set<std::string_view> seen;
  for_each_tag([&](const PagedPart&, const TagNode& tag, TagId) { seen.insert(pdf_name(tag.role)); });
  for (const char* role :
       {"P",  "H1", "H2", "H3",   "H4",   "H5",        "H6",   "L",    "LI",     "Lbl",     "LBody",      "Table", "THead", "TBody",
        "TR", "TH", "TD", "Span", "Note", "Reference", "Code", "Link", "Figure", "Caption", "BlockQuote", "Div",   "TOC",   "TOCI"}) {
    CAPTURE(role);
    CHECK(seen.contains(role));
  }
}

TEST_CASE("everything: notes stand in the text, not at the end of their chapter") {
  for_each_tag([](const PagedPart& part, const TagNode& tag, TagId id) {
    CAPTURE(part.key, id);
    if (tag.role == TagRole::Note) CHECK(tag.parent != kRootTag);
  });
}

TEST_CASE("everything: running heads and folios are no content") {
  for (const PagedPart& part : everything().volume.parts)
    for (const Page& page : part.pages)
      CHECK(std::all_of(page.furniture.begin(), page.furniture.end(), [](const FrameItem& item) { return item.tag == kArtifact; }));
}
