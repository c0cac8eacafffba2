// overloaded: one lambda per alternative for std::visit.
#pragma once

namespace nbpublish {

template <class... Fs>
struct overloaded : Fs... {
  using Fs::operator()...;
};

}  // namespace nbpublish
