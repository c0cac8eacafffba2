#include "book/edition.h"

namespace nbpublish {
namespace {

Edition edition(std::string name, EditionKind kind, bool dark) {
  Edition made;
  made.name = std::move(name);
  made.kind = kind;
  made.dark = dark;
  return made;
}

}  // namespace

const std::vector<Edition>& usual_editions() {
  static const std::vector<Edition> kUsual = {edition("print", EditionKind::Print, false), edition("screen", EditionKind::Screen, false),
                                              edition("screen-dark", EditionKind::Screen, true)};
  return kUsual;
}

}  // namespace nbpublish
