// The pieces of a link's address, as RFC 3986 names them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nbpublish {

// "%20" -> " "; escapes that are none stay, and so do those that would not be UTF-8 text.
std::string percent_decode(std::string_view text);

// The URL in seven bits: escapes all that RFC 3986 does not allow, non-ASCII included, and gives a host's name its
// form in the domain name system (UTS 46); valid escapes stay, and the brackets around an IPv6 address.
std::string encode_url(std::string_view url);

// The address without controls and outer blanks, which browsers skip: "java\tscript:x" is "javascript:x".
std::string clean_href(std::string_view href);

// Lower case and without its colon; empty for a relative address.
std::string scheme_of(std::string_view href);

struct SplitHref {
  std::string_view path;      // without the query
  std::string_view fragment;  // without "#"
};
SplitHref split_href(std::string_view href);

// `relative` seen from `folder`, both with '/': "." and ".." worked out, a leading '/' is the root.
// Nothing if it leads out of the root.
std::optional<std::string> join_path(std::string_view folder, std::string_view relative);

// "a/b/c.md" -> "a/b"; empty if there is no '/'.
std::string_view folder_of(std::string_view path);

}  // namespace nbpublish
