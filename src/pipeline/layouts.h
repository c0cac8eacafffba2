// The layouts of a volume: one for each style, made when it is first asked for.
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "pipeline/styled_build.h"

namespace nbpublish {

class Layouts {
 public:
  // All of these must outlive it.
  Layouts(const VolumeBuild& build, const Typography& typography, const Execution& execution)
      : build_(build), typography_(typography), execution_(execution) {}

  // What is wrong with the pages is told to the first who asks.
  Result<const PagedVolume*> of(const Style& style, DiagnosticSink& diagnostics);
  // Adds where everything is printed in the layouts that were made.
  void add_pages_to(PagesByStyle& pages) const;
  // Those that were made, in order of their styles' names.
  std::vector<std::pair<const Style*, const PagedVolume*>> made() const;

 private:
  struct Made {
    StyledBuild styled;
    PagedVolume pages;
  };
  const VolumeBuild& build_;
  const Typography& typography_;
  const Execution& execution_;
  std::map<const Style*, std::unique_ptr<Made>> made_;  // looked up only
};

}  // namespace nbpublish
