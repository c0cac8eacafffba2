// A volume's texts as a style prints them.
#pragma once

#include <map>
#include <string>

#include "pipeline/volume_build.h"
#include "style/style.h"

namespace nbpublish {

// Keeps what it changes; the build that it was made from must outlive it.
class StyledBuild {
 public:
  StyledBuild(const VolumeBuild& build, const Style& style);
  StyledBuild(const StyledBuild&) = delete;
  StyledBuild& operator=(const StyledBuild&) = delete;

  const VolumeBuild& build() const { return build_; }

 private:
  void use_own(const Document*& document) const;

  std::map<std::string, Document> own_;  // by their keys; empty where the style changes nothing
  VolumeBuild build_;
};

}  // namespace nbpublish
