// A headless Chromium, run to the end of a page's script.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "platform/process.h"

namespace nbpublish {

// The page as it is when its script has done its work. `folder` is for Chromium's profile. It has no network, and its own
// sandbox except for root, for whom it refuses to have one. An Environment error if there is no Chromium; an Internal one
// if it fails or takes longer than `timeout`.
Result<std::string> run_page(const std::filesystem::path& page, const std::filesystem::path& folder, std::chrono::milliseconds timeout,
                             ProcessRunner& processes);

}  // namespace nbpublish
