// Addresses as XHTML may carry them.
#include "base/ascii.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

bool is_ipv6(std::string_view host) {
  return host.size() > 4 && host.starts_with('[') && host.find_first_not_of("0123456789abcdefABCDEF:.", 1) == host.size() - 1 &&
         host.ends_with(']');
}

// "host", "host:8080", "[2001:db8::1]"; an empty host, a port that is no number and user names are refused.
bool is_valid_authority(std::string_view authority) {
  const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
  const std::size_t colon = std::min(authority.find(':', bracket), authority.size());
  const std::string_view host = authority.substr(0, colon);
  if (host.empty() || host.starts_with('.') || host.find("..") != std::string_view::npos) return false;
  if (bracket > 0 && !is_ipv6(host)) return false;
  for (const char c : bracket > 0 ? std::string_view() : host)
    if (!is_alphanumeric(c) && c != '-' && c != '.' && c != '_' && static_cast<unsigned char>(c) < 0x80) return false;
  if (colon == authority.size()) return true;
  const std::string_view port = authority.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return std::stoi(std::string(port)) <= 65535;
}

}  // namespace

bool is_valid_url(std::string_view url) {
  if (url.starts_with("mailto:")) return url.size() > 7;
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return false;
  const std::string_view rest = url.substr(slashes + 3);
  return is_valid_authority(rest.substr(0, rest.find_first_of("/?#")));
}

std::string xml_id(std::string_view anchor) {
  std::string out(anchor);
  for (char& c : out)
    if (static_cast<unsigned char>(c) <= ' ') c = '-';
  return out;
}

}  // namespace nbpublish
