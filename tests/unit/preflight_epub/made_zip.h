// Archives written out by hand, so that a test says exactly what their headers claim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nbpublish::testing {

struct MadeEntry {
  std::string name, bytes;
  bool is_deflated = false;
  // What the headers say instead of the truth.
  std::optional<std::string> local_name{};
  std::optional<std::uint32_t> stated_size{}, stated_crc{}, local_size{}, header{};
  std::uint16_t flags = 0;
  std::optional<std::uint16_t> method{};
  std::uint32_t unix_mode = 0;  // in the directory; 0: none
  std::string local_extra{}, central_extra{};
};

struct MadeZip {
  std::vector<MadeEntry> entries;
  std::optional<std::uint32_t> stated_count{};
  std::string bytes() const;
};

std::string deflated(const std::string& bytes);
std::string little(std::uint64_t number, unsigned count);

}  // namespace nbpublish::testing
