// What JavaScript and Node.js call their own: by these words a name in code is told from one that an example made up.
#pragma once

#include <string_view>

namespace nbpublish {

// "fs", "Buffer", "process": what stands before the dot of a documented name, a module, a global object or a class of Node.js.
bool is_platform_owner(std::string_view word);
// "Readable", "Buffer", "WeakRef": a class that a reader looks up by its own name. Not "Object" or "Error", which are everywhere.
bool is_platform_class(std::string_view word);
// "setImmediate", "require", "_transform": a function, or a method to be written, with no owner before it.
bool is_platform_function(std::string_view word);
// Whether documentation calls an object so ("server", "buf") and it has the member ("listen", "subarray"). "user.name" is none.
bool is_platform_member(std::string_view object, std::string_view member);
// "uv_run", "napi_create_object", "epoll_wait", "v8::Isolate": names of the libraries below.
bool is_native_name(std::string_view name);

// "EADDRINUSE", "ERR_REQUIRE_ESM", "TypeError".
bool is_platform_error(std::string_view word);
bool is_signal(std::string_view word);             // "SIGTERM"
bool is_system_constant(std::string_view word);    // "O_APPEND", "S_IFREG"
bool is_platform_variable(std::string_view word);  // of the environment: "NODE_OPTIONS", "PATH"

// "foo", "KEY": words that stand for any other.
bool is_placeholder(std::string_view word);

}  // namespace nbpublish
