// What the system says when it refuses something.
#pragma once

#include <string>

namespace nbpublish {

// What the system calls the error, as the end of a sentence: "permission denied".
std::string words_of_error(int error);

// Whether nothing stands under the name that was asked for.
bool is_missing(int error);
// Whether the machine lacks something (memory, descriptors, a sound disk), so that it is not the file's fault.
bool is_machines_fault(int error);

}  // namespace nbpublish
