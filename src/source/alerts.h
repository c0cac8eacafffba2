// GitHub's alerts: block quotes whose first line is [!NOTE] or one of its kin.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "source/syntax.h"

namespace nbpublish {

struct AlertMarker {
  std::optional<AlertKind> kind;
  std::vector<SyntaxNode> rest;  // the quote's blocks without the marker
  std::string unknown;           // "[!FOO]", if such a thing stands where a marker would
};

// Case does not matter; text may follow on the marker's line, after an empty `>` line, or be absent.
AlertMarker read_alert_marker(const std::vector<SyntaxNode>& quote);

}  // namespace nbpublish
