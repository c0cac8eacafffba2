// The end of a run whose diagnostics say already what is wrong.
#pragma once

#include "base/result.h"

namespace nbpublish {

// An Input error without a message: nothing more is printed.
inline std::unexpected<Error> fail_as_told() { return fail(ErrorKind::Input, {}); }

}  // namespace nbpublish
