// What libraries of drawing would say to whoever started the program.
#pragma once

namespace nbpublish {

// GLib's warnings, Pango's and librsvg's among them, go nowhere: what matters of them comes back as an error, and the rest speaks of
// code that is not the author's.
void keep_libraries_quiet();

}  // namespace nbpublish
