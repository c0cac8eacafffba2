// The checks, one file for each subject. Each looks at facts and adds findings; which rules hold is the
// outlet's.
#pragma once

#include "preflight/facts.h"
#include "preflight/rule.h"
#include "preflight/rules/finding.h"

namespace nbpublish {

void check_file(const DocumentFacts& document, Findings& findings);        // damage, version, encryption, PDF/X
void check_metadata(const DocumentFacts& document, Findings& findings);    // title, author, XMP, language, tags
void check_navigation(const DocumentFacts& document, Findings& findings);  // outline, annotations
void check_page_count(const DocumentFacts& document, Findings& findings);  // count, parity, blank pages
void check_boxes(const DocumentFacts& document, Findings& findings);       // sizes, boxes, slug, bleed
void check_margins(const DocumentFacts& document, Findings& findings);     // inner and outer
void check_fonts(const DocumentFacts& document, Findings& findings);       // embedded, Type 3
void check_text(const DocumentFacts& document, Findings& findings);        // size, tints
void check_colours(const DocumentFacts& document,
                   Findings& findings);                             // RGB, colour management, spot colours
void check_ink(const DocumentFacts& document, Findings& findings);  // total ink, faint fills
void check_transparency(const DocumentFacts& document,
                        Findings& findings);                            // soft masks, opacity, modes, groups
void check_images(const DocumentFacts& document, Findings& findings);   // resolution, compression
void check_strokes(const DocumentFacts& document, Findings& findings);  // hairlines, thin strokes

}  // namespace nbpublish
