// How a run ends, as scripts see it.
#pragma once

#include "base/result.h"

namespace nbpublish {

enum ExitCode {
  kDone = 0,         // warnings don't change it
  kBookErrors = 1,   // errors in the book, the PDF or the EPUB
  kWrongUse = 2,     // the command line asks for what there is not
  kEnvironment = 3,  // something is missing on this machine, or refused by it
};

constexpr ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Input:
      return kBookErrors;
    case ErrorKind::Usage:
      return kWrongUse;
    case ErrorKind::Environment:
    case ErrorKind::Internal:
      return kEnvironment;
  }
  return kEnvironment;
}

}  // namespace nbpublish
