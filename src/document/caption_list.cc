#include "document/caption_list.h"

#include <array>

#include "base/overloaded.h"
#include "document/anchors.h"
#include "document/sentences.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// The number, words and label of a block that belongs into the list; nulls for others.
struct Captioned {
  const std::string* number = nullptr;
  const std::string* label = nullptr;
  std::string text;
};

Captioned captioned(const Block& block, CaptionList list) {
  return std::visit(overloaded{[&](const Figure& figure) {
                                 return list == CaptionList::Figures
                                            ? Captioned{&figure.number, &figure.label, first_sentence(plain_text(figure.caption))}
                                            : Captioned{};
                               },
                               [&](const Table& table) {
                                 return list == CaptionList::Tables
                                            ? Captioned{&table.number, &table.label, first_sentence(plain_text(table.caption))}
                                            : Captioned{};
                               },
                               [&](const CodeBlock& code) {
                                 if (list != CaptionList::Listings) return Captioned{};
                                 return Captioned{&code.number, &code.info.label,
                                                  code.caption.empty() ? code.info.title : first_sentence(plain_text(code.caption))};
                               },
                               [](const auto&) { return Captioned{}; }},
                    block.content);
}

}  // namespace

std::string_view heading_of(CaptionList list) {
  static constexpr std::array<std::string_view, 3> kHeadings = {"Figures", "Tables", "Listings"};
  return kHeadings[static_cast<std::size_t>(list)];
}

std::vector<CaptionEntry> caption_entries(const std::vector<const Document*>& documents, CaptionList list) {
  std::vector<CaptionEntry> entries;
  for (const Document* document : documents)
    for_each_block(*document, [&](const Block& block) {
      Captioned found = captioned(block, list);
      if (found.number && !found.number->empty() && !found.text.empty())
        entries.push_back({*found.number, std::move(found.text), {document->chapter, *found.label}});
    });
  if (entries.size() < kShortestCaptionList) entries.clear();
  return entries;
}

void assign_caption_anchors(Document& document) {
  const std::set<std::string> taken = anchors_of(document);
  const auto assign = [&](std::string_view kind, const std::string& number, std::string& label) {
    if (number.empty() || !label.empty()) return;
    label = std::string(kind) + "-" + number;
    while (taken.contains(label)) label += '.';
  };
  edit_each_block(document, [&](Block& block) {
    std::visit(overloaded{[&](Figure& figure) { assign("figure", figure.number, figure.label); },
                          [&](Table& table) { assign("table", table.number, table.label); },
                          [&](CodeBlock& code) { assign("listing", code.number, code.info.label); }, [](auto&) {}},
               block.content);
  });
}

}  // namespace nbpublish
