#include "preflight/epub/link_target.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

// "https" of "https://…", in lower case; empty if there is none.
std::string scheme_of(std::string_view href) {
  const std::size_t colon = href.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(href.front())) return {};
  std::string scheme = lowered(href.substr(0, colon));
  for (const char c : scheme)
    if (!is_alphanumeric(c) && c != '+' && c != '-' && c != '.') return {};
  return scheme;
}

EpubTarget::Kind kind_of_scheme(std::string_view scheme) {
  using enum EpubTarget::Kind;
  if (scheme == "http" || scheme == "https" || scheme == "ftp") return Network;
  if (scheme == "data") return Data;
  if (scheme == "javascript" || scheme == "vbscript") return Script;
  return scheme == "file" ? File : Other;
}

// `base`'s folder and `path` as one path without dots; false if it leads above the archive's root.
bool join(std::string_view base, std::string_view path, std::string& into) {
  std::vector<std::string_view> parts;
  const auto walk = [&](std::string_view steps) {
    for (std::size_t at = 0; at <= steps.size();) {
      const std::size_t end = std::min(steps.find('/', at), steps.size());
      const std::string_view step = steps.substr(at, end - at);
      at = end + 1;
      if (step.empty() || step == ".") continue;
      if (step != "..") parts.push_back(step);
      else if (parts.empty()) return false;
      else parts.pop_back();
    }
    return true;
  };
  const std::size_t slash = base.rfind('/');
  if (slash != std::string_view::npos) walk(base.substr(0, slash));
  if (!walk(path)) return false;
  for (const std::string_view part : parts) {
    if (!into.empty()) into += '/';
    into += part;
  }
  return true;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += is_code ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (is_code) i += 2;
  }
  return out;
}

EpubTarget link_target(std::string_view base, std::string_view href) {
  EpubTarget target;
  href = trimmed(href, kHtmlSpace);
  if (const std::string scheme = scheme_of(href); !scheme.empty()) return {kind_of_scheme(scheme), {}, {}};
  if (href.starts_with("//")) return {EpubTarget::Kind::Network, {}, {}};
  if (const std::size_t hash = href.find('#'); hash != std::string_view::npos) {
    target.fragment = percent_decoded(href.substr(hash + 1));
    href = href.substr(0, hash);
  }
  href = href.substr(0, href.find('?'));
  if (href.empty()) {
    target.path = base;
    return target;
  }
  if (href.starts_with('/') || !join(base, percent_decoded(href), target.path)) target.kind = EpubTarget::Kind::Leading;
  return target;
}

}  // namespace nbpublish
