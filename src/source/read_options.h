// ReadOptions: what the chapters of one run are read with.
#pragma once

#include <cstddef>

#include "source/component.h"

namespace nbpublish {

struct ReadOptions {
  ComponentFigures figures{};
  unsigned jobs = 1;  // batches of chapters go to this many pandoc processes
  std::size_t max_file_bytes = 2u << 20;
  int max_nesting = 100;  // of block quotes and lists
};

}  // namespace nbpublish
