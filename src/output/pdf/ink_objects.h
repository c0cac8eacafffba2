// A drawn file in the inks of the press: pictures of print files.
#pragma once

#include <qpdf/QPDF.hh>

#include "output/pdf/print_ink.h"

namespace nbpublish {

// Every content stream, picture, gradient and state of the file as note [print inks] says. Throws qpdf's exceptions.
void ink_objects(QPDF& file, const PrintInk& ink);

}  // namespace nbpublish
