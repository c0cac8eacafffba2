// Result: how the world's refusals travel. The author's mistakes go to diag/, bugs to assertions.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace nbpublish {

// What kind of refusal it was; decides the exit code, never the wording.
enum class ErrorKind {
  Environment,  // a program, library, font or permission is missing: exit code 3
  Input,        // a file of the book cannot be used at all: exit code 1
  Usage,        // the command line asks for something that does not exist: exit code 2
  Internal,     // a library failed where we see no reason
};

struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string message;  // one sentence, names the file or program
  std::string hint;     // what to install or do; may be empty
};

template <class T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

inline std::unexpected<Error> fail(ErrorKind kind, std::string message, std::string hint = {}) {
  return std::unexpected(Error{kind, std::move(message), std::move(hint)});
}

// Propagates an error of `expr` (a Result or Status); otherwise goes on.
#define NBP_TRY(expr)                                                                           \
  do {                                                                                          \
    if (auto nbp_try_ = (expr); !nbp_try_) return std::unexpected(std::move(nbp_try_.error())); \
  } while (false)
// Declares `decl` from the value of `expr` or propagates its error.
#define NBP_TRY_ASSIGN(decl, expr) NBP_TRY_ASSIGN_AT(decl, expr, __LINE__)
#define NBP_TRY_ASSIGN_AT(decl, expr, line) NBP_TRY_ASSIGN_TO(decl, expr, line)
#define NBP_TRY_ASSIGN_TO(decl, expr, line)                                             \
  auto nbp_result_##line = (expr);                                                      \
  if (!nbp_result_##line) return std::unexpected(std::move(nbp_result_##line.error())); \
  decl = std::move(*nbp_result_##line)

}  // namespace nbpublish
