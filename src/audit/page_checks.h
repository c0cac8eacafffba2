// The checks, one file for each group of faults.
#pragma once

#include "audit/view.h"

namespace nbpublish {

void check_frame(const AuditView& view, FaultList& faults);       // 1, 8: outside the block, overlaps, the grid
void check_rules(const AuditView& view, FaultList& faults);       // 1: rules through text
void check_breaks(const AuditView& view, FaultList& faults);      // 2, 3, 10: paragraphs and headings at page breaks
void check_phrases(const AuditView& view, FaultList& faults);     // 3, 10: strong words for headings, broken names
void check_lead_ins(const AuditView& view, FaultList& faults);    // 4
void check_listings(const AuditView& view, FaultList& faults);    // 5, 11, 22, 23
void check_characters(const AuditView& view, FaultList& faults);  // 6, 15: dashes, quotes, markup
void check_depth(const AuditView& view, FaultList& faults);       // 7
void check_white(const AuditView& view, FaultList& faults);       // 8, 19: white above headings, alerts that follow each other
void check_spacing(const AuditView& view, FaultList& faults);     // 9: word spaces, rivers
void check_lines(const AuditView& view, FaultList& faults);       // 10, 11, 12: hyphens, last lines, stacked words
void check_faces(const AuditView& view, FaultList& faults);       // 13, 14
void check_furniture(const AuditView& view, FaultList& faults);   // 16, 17: running heads, folios
void check_references(const AuditView& view, FaultList& faults);  // 17: page numbers in contents, index and text
void check_figures(const AuditView& view, FaultList& faults);     // 18, 25: captions, tables, figures
void check_colours(const AuditView& view, FaultList& faults);     // 21
void check_parity(const AuditView& view, FaultList& faults);      // 24

}  // namespace nbpublish
