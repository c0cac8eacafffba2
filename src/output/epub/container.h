// The OCF container: a zip file whose bytes depend on nothing but its content.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "output/epub/pack_store.h"

namespace nbpublish {

struct ContainerFile {
  std::string path;
  std::string bytes;
};

// `mimetype` first and stored, META-INF/container.xml for EPUB/package.opf, then `files` in their order.
// All entries carry the time `timestamp` (seconds since 1970, UTC; a zip knows none before 1980).
// What is compressed is found in the store, if that is not null, and compressed by so many threads.
Result<std::string> write_container(const std::vector<ContainerFile>& files, std::int64_t timestamp, PackStore* store = nullptr,
                                    unsigned jobs = 1);

}  // namespace nbpublish
