// SOURCE_DATE_EPOCH: when a reproducible build says that its files were made.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"

namespace nbpublish {

// `value` of the variable (null: it is not set) as seconds since 1970. As the specification at reproducible-builds.org
// wants it, what is no whole number of seconds as `date +%s` prints it ends the run; so does a time before 1970 or one
// after the year 9999, which no PDF can say: a Usage error.
Result<std::optional<std::int64_t>> read_source_date(const char* value);

}  // namespace nbpublish
