#include "audit/audit.h"

#include "audit/page_checks.h"

namespace nbpublish {

Audit audit_volume(const AuditInput& input) {
  const AuditView view(input);
  FaultList faults;
  check_frame(view, faults);
  check_rules(view, faults);
  check_breaks(view, faults);
  check_phrases(view, faults);
  check_lead_ins(view, faults);
  check_listings(view, faults);
  check_characters(view, faults);
  check_depth(view, faults);
  check_white(view, faults);
  check_spacing(view, faults);
  check_lines(view, faults);
  check_faces(view, faults);
  check_furniture(view, faults);
  check_references(view, faults);
  check_figures(view, faults);
  check_colours(view, faults);
  check_parity(view, faults);
  Audit audit = faults.take();
  audit.pages = view.page_count;
  return audit;
}

}  // namespace nbpublish
