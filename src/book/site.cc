#include "book/site.h"

#include <map>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::string_view kHostEnd = "/?#)]>\"'` \t\r\n";
constexpr std::string_view kPathEnd = "?#)]>\"'` \t\r\n";

struct Url {
  std::string host;
  std::string_view path;  // without the slash at its beginning, and none at its end
};

// The URL whose part behind "//" begins `rest`.
Url read_url(std::string_view rest) {
  const std::size_t host_end = std::min(rest.find_first_of(kHostEnd), rest.size());
  Url url{lowered(rest.substr(0, host_end)), {}};
  rest.remove_prefix(host_end);
  if (!rest.starts_with('/')) return url;
  url.path = rest.substr(1, rest.find_first_of(kPathEnd) - 1);
  if (url.path.ends_with('/')) url.path.remove_suffix(1);
  return url;
}

struct Votes {
  std::size_t links = 0;
  bool secure = false;
};

void count_links(std::string_view text, const std::set<std::string>& keys, std::map<std::string, Votes>& hosts) {
  constexpr std::string_view kMark = "://";
  for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
    const std::string_view before = text.substr(0, at);
    const bool secure = before.ends_with("https");
    if (!secure && !before.ends_with("http")) continue;
    const Url url = read_url(text.substr(at + kMark.size()));
    if (url.host.empty() || !keys.contains(std::string(url.path))) continue;
    Votes& votes = hosts[url.host];
    ++votes.links;
    votes.secure |= secure;
  }
}

}  // namespace

std::string infer_site(std::span<const std::string_view> texts, const std::set<std::string>& keys) {
  std::map<std::string, Votes> hosts;
  for (const std::string_view text : texts) count_links(text, keys, hosts);
  std::string site;
  std::size_t most = 0;
  for (const auto& [host, votes] : hosts)
    if (votes.links > most) most = votes.links, site = (votes.secure ? "https://" : "http://") + host;
  return site;
}

}  // namespace nbpublish
