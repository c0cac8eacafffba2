// Work by a library that calls itself once for each link of a chain: on a stack of its own that is large enough.
#pragma once

#include <cstddef>
#include <functional>

namespace nbpublish {

// Runs `work` on a stack of `bytes`, of which only what is used takes memory, and waits for it. What it throws is thrown
// here; std::bad_alloc where there is no room for the stack.
void run_on_deep_stack(std::size_t bytes, const std::function<void()>& work);

}  // namespace nbpublish
