// The child that reads and draws pictures.
#pragma once

namespace nbpublish {

// Does what is asked on standard input and answers on standard output, until the one ends or it dies: a picture that takes more
// processor time than it is allowed ends it by SIGPROF. For the hidden command that PictureWorkers starts.
[[noreturn]] void run_picture_worker();

}  // namespace nbpublish
