// The outside world as the recipes see it, so that tests can give them another.
#pragma once

#include <string>
#include <vector>

#include "graph/store.h"
#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish {

// What it refers to must outlive the recipe that is called with it.
struct Environment {
  FileSystem& files;
  ProcessRunner& processes;
  std::vector<std::string> picture_worker{};  // argv of what calls run_picture_worker; empty: pictures are read and drawn here, untried
  Store* store = nullptr;                     // of what was made before; the recipes open their own if it is null
};

}  // namespace nbpublish
