// The public site of a book that doesn't name it.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace nbpublish {

// "https://host" of the host that most absolute links in `texts` (raw Markdown) name before the path of a
// chapter ("/" + one of `keys`); ties go to the first name in the alphabet; empty if no link does.
std::string infer_site(std::span<const std::string_view> texts, const std::set<std::string>& keys);

}  // namespace nbpublish
