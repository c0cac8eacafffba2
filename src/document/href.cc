#include "document/href.h"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

// Unreserved and reserved characters but brackets, which stand only around IPv6 hosts.
bool stays(char c) { return is_alphanumeric(c) || std::string_view("-._~:/?#@!$&'()*+,;=").find(c) != std::string_view::npos; }
bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The name of a host as the domain name system has it (UTS 46); empty if it cannot be one.
std::string ascii_host(std::string_view host) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, decltype(&uidna_close)> names(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &error), &uidna_close);
  std::array<char, 256> name{};  // the longest has 253 letters
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  if (U_FAILURE(error) || host.size() > 1000) return {};
  const std::int32_t length = uidna_nameToASCII_UTF8(names.get(), host.data(), static_cast<std::int32_t>(host.size()), name.data(),
                                                     static_cast<std::int32_t>(name.size()), &info, &error);
  if (U_FAILURE(error) || info.errors != 0) return {};
  // Without STD3's rules brackets and their like come through.
  const std::string_view made(name.data(), static_cast<std::size_t>(length));
  const bool is_host = std::ranges::all_of(made, [](char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == '_'; });
  return is_host ? std::string(made) : "";
}

// All but the host.
std::string encode_part(std::string_view url) {
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_escape = c == '%' && i + 2 < url.size() && hex_value(url[i + 1]) >= 0 && hex_value(url[i + 2]) >= 0;
    const bool second_hash = c == '#' && in_fragment;
    if (c == '#') in_fragment = true;
    if ((stays(c) && !second_hash) || is_escape) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 15];
    }
  }
  return out;
}

// Where the host of a URL stands: behind "//" and a user's name, before the port, with the brackets of IPv6.
struct HostPlace {
  std::size_t begin = 0, end = 0;
};
HostPlace host_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == url.npos || (slashes > 0 && url[slashes - 1] != ':') || url.find_first_of("/?#") < slashes) return {};
  const std::size_t end = std::min(url.find_first_of("/?#", slashes + 2), url.size());
  const std::size_t user = url.substr(0, end).rfind('@');
  const std::size_t begin = user == url.npos || user < slashes + 2 ? slashes + 2 : user + 1;
  const std::size_t bracket = url[begin < end ? begin : slashes] == '[' ? url.find(']', begin) : begin;
  const std::size_t port = bracket < end ? url.find(':', bracket) : end;
  return {begin, std::min(port, end)};
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return sanitise(out) == out ? out : std::string(text);
}

std::string encode_url(std::string_view url) {
  const auto [begin, end] = host_of(url);
  const std::string_view host = url.substr(begin, end - begin);
  const bool is_address = host.starts_with('[') && host.ends_with(']') && host.find_first_not_of("[]0123456789abcdefABCDEF:.") == host.npos;
  const std::string name = is_address ? std::string(host) : is_ascii(host) ? std::string() : ascii_host(percent_decode(host));
  if (name.empty()) return encode_part(url);
  return encode_part(url.substr(0, begin)) + name + encode_part(url.substr(end));
}

std::string clean_href(std::string_view href) {
  std::string out;
  for (const char c : href)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string scheme_of(std::string_view href) {
  std::string scheme;
  for (const char c : href) {
    if (c == ':') return scheme;
    const bool allowed = is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!allowed) break;
    scheme += to_lower(c);
  }
  return {};
}

SplitHref split_href(std::string_view href) {
  const std::size_t hash = href.find('#');
  const std::string_view fragment = hash == std::string_view::npos ? std::string_view() : href.substr(hash + 1);
  const std::string_view before = href.substr(0, hash);
  return {before.substr(0, before.find('?')), fragment};
}

std::optional<std::string> join_path(std::string_view folder, std::string_view relative) {
  std::string all = relative.starts_with('/') ? std::string(relative) : std::string(folder) + '/' + std::string(relative);
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('/', begin), all.size());
    const std::string_view part = std::string_view(all).substr(begin, end - begin);
    begin = end + 1;
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) joined += (joined.empty() ? "" : "/") + std::string(part);
  return joined;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace nbpublish
