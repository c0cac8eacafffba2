// The page that Chromium opens, and the answer in its dump.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagram/diagram_rules.h"
#include "diagram/drawn_diagram.h"

namespace nbpublish {

// The page's own scripts, in the order in which they run.
std::span<const std::string_view> diagram_scripts();

std::string diagram_page(std::span<const std::string> diagrams, const DiagramRules& rules, const DiagramTools& tools);

// `count` drawings from the page as it is after its script; an Internal error if they are not there.
Result<std::vector<DrawnDiagram>> read_answer(std::string_view dump, std::size_t count);

}  // namespace nbpublish
