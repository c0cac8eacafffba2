// libjpeg's errors as exceptions: its own handler ends the process. An exception passes through its C frames cleanly on this ABI (they
// are compiled with unwind tables) and, unlike longjmp, runs destructors.
#pragma once

#include <cstdio>  // jpeglib.h needs it first

#include <jpeglib.h>

#include <stdexcept>

namespace nbpublish {

// For `err` of a codec, which keeps the pointer. std::runtime_error with libjpeg's message; warnings are silent.
inline jpeg_error_mgr* throw_jpeg_errors(jpeg_error_mgr& errors) {
  jpeg_std_error(&errors);
  errors.error_exit = [](j_common_ptr info) {
    char message[JMSG_LENGTH_MAX];
    info->err->format_message(info, message);
    throw std::runtime_error(message);
  };
  errors.emit_message = [](j_common_ptr, int) {};
  return &errors;
}

}  // namespace nbpublish
