// A process that has no more to do with the world than it was given.
#pragma once

namespace nbpublish {

// From now on this process changes no file, starts no program and no other process, and reaches no network: the system answers that it is
// not permitted. Threads, memory and reading files stay. Where the kernel or the processor knows no such filter nothing changes.
void confine();

}  // namespace nbpublish
