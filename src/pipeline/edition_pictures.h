// What an edition does to laid-out pages because of its colours. Lines, places and page numbers stay as they are.
#pragma once

#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/documents_by_key.h"
#include "figure/picture_maker.h"
#include "frame/frame.h"

namespace nbpublish {

// The pages with their pictures in the edition's look, each distinct one made once, on at most `jobs` threads. Dark: rasters stand
// on a light panel 6 pt wider than they on each side; both keep within the place that the layout gave. Gray: a drawing that must
// become pixels is a `drawing-flattened` warning where the chapter has it. A picture that cannot be drawn at its size is an
// `image-unreadable` error there, and its place stays white. Errors name part and page; complaints, the text in `documents`.
Result<PagedVolume> with_pictures(PagedVolume volume, const PictureColours& colours, const DocumentsByKey& documents, unsigned jobs,
                                  DiagnosticSink& diagnostics, PictureMaker& maker = pictures_here());

// The pages on grounds of the Paper role, blank ones too, no larger than the page: for themes whose paper is not white. A ground is the
// first of a page's furniture, which is drawn before its text.
PagedVolume with_page_grounds(PagedVolume volume);

}  // namespace nbpublish
