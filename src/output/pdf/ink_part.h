// A drawn part in the inks of the press: the stage between drawing and joining, for print files alone.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "output/pdf/print_ink.h"

namespace nbpublish {

// Where inked parts are kept from run to run. Called from several threads at a time, with another part each.
class InkedParts {
 public:
  virtual ~InkedParts() = default;
  // What was kept last under this name, if it was made of what `digest` stands for.
  virtual std::optional<std::string> find(const std::string& part, const std::string& digest) = 0;
  // A failure to keep is no failure: the part is made again.
  virtual void keep(const std::string& part, const std::string& digest, const std::string& bytes) = 0;
};

// What draw_part gave, every stream, picture, gradient and state of it as note [print inks] says. The same pages in the same order.
Result<std::string> ink_part(const std::string& drawn, const PrintInk& ink);

// The same, asked of `kept` first if that is not null. `part` names it among the parts that are kept together.
Result<std::string> ink_part(const std::string& drawn, const PrintInk& ink, const std::string& part, InkedParts* kept);

}  // namespace nbpublish
