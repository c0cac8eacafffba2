// SourceLines: single lines of the author's files, for the excerpts of diagnostics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

class SourceLines {
 public:
  // Gives the text of a file by the name that diagnostics carry, or nothing. It is asked once for each file.
  using Read = std::function<std::optional<std::string>(const std::string& file)>;
  explicit SourceLines(Read read) : read_(std::move(read)) {}

  // A line, counted from 1, without its end. Nothing if there is no such line. Valid as long as this object. A file is
  // searched for its lines once, however many of them are asked for.
  std::optional<std::string_view> line(const std::string& file, std::uint32_t number);

 private:
  struct File {
    std::string text;
    std::vector<std::size_t> starts;  // of its lines; none if it could not be read
  };
  Read read_;
  std::map<std::string, File> files_;

  const File& of(const std::string& file);
};

}  // namespace nbpublish
