// Words of the field whose division the patterns get wrong, with hyphens where they may divide. Sorted.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace nbpublish {

// {word in lower case, divided}. A word that stands undivided is never divided.
inline constexpr std::pair<std::string_view, std::string_view> kHyphenExceptions[] = {
    {"asynchronous", "asyn-chro-nous"},
    {"asynchronously", "asyn-chro-nously"},
    {"backpressure", "back-pressure"},
    {"bytecode", "byte-code"},
    {"callback", "call-back"},
    {"callbacks", "call-backs"},
    {"codebase", "code-base"},
    {"database", "data-base"},
    {"databases", "data-bases"},
    {"deoptimization", "de-opti-mi-za-tion"},
    {"filename", "file-name"},
    {"filesystem", "file-sys-tem"},
    {"hostname", "host-name"},
    {"javascript", "java-script"},
    {"keepalive", "keep-alive"},
    {"lifecycle", "life-cycle"},
    {"metadata", "meta-data"},
    {"microtask", "micro-task"},
    {"microtasks", "micro-tasks"},
    {"middleware", "middle-ware"},
    {"monomorphic", "mono-mor-phic"},
    {"multithreaded", "multi-threaded"},
    {"namespace", "name-space"},
    {"namespaces", "name-spaces"},
    {"process", "process"},
    {"processes", "pro-cesses"},
    {"runtime", "run-time"},
    {"runtimes", "run-times"},
    {"stacktrace", "stack-trace"},
    {"syscall", "sys-call"},
    {"syscalls", "sys-calls"},
    {"timestamp", "time-stamp"},
    {"timestamps", "time-stamps"},
    {"toolchain", "tool-chain"},
    {"typescript", "type-script"},
    {"uncaught", "un-caught"},
    {"userland", "user-land"},
    {"username", "user-name"},
    {"workflow", "work-flow"},
};
static_assert(std::is_sorted(std::begin(kHyphenExceptions), std::end(kHyphenExceptions)));

}  // namespace nbpublish
