#include "preflight/epub/readers.h"
#include "preflight/epub/xml_reader.h"

namespace nbpublish {

void Reading::refer(const std::string& from, Reference::Kind kind, std::string_view href, Spot spot) {
  EpubTarget target = link_target(from, href);
  if (target.kind == EpubTarget::Kind::Data) return;
  marks.spend(href.size());
  book.contents[from].references.push_back({kind, std::move(target), std::string(href.substr(0, 4 * kMostShownBytes)), spot});
}

bool Reading::is_sound(const std::string& file, const XmlOutcome& outcome) {
  if (!outcome.entity.empty()) findings.add(EpubRule::Entity, {file, outcome.spot}, "&" + outcome.entity + ";");
  if (!outcome.fault.empty()) findings.add(EpubRule::Xml, {file, outcome.spot}, outcome.fault);
  return outcome.entity.empty() && outcome.fault.empty();
}

}  // namespace nbpublish
