#include "source/pandoc_reader.h"

#include <fstream>
#include <string_view>
#include <utility>

namespace nbpublish {
namespace {

// Emoji names stay as they are typed: `:port:` in prose about programs is no picture. Bare addresses are written out
// before (bare_addresses.h). The boxes of tasks are read from their text, because pandoc 2.17 loses lists inside items that
// have two blanks behind the box, and ends a list where tasks and others meet.
constexpr std::string_view kReader = R"lua(
-- Input: the lengths of the chapters in bytes on one line, then the chapters. Output: a Div for each.
function Reader(sources)
  local input = tostring(sources)
  local header, start = input:match("^([%d ]*)\n()")
  local chapters = {}
  for length in header:gmatch("%d+") do
    local text = input:sub(start, start + length - 1)
    start = start + length
    chapters[#chapters + 1] = pandoc.Div(pandoc.read(text, "gfm-emoji-yaml_metadata_block-tex_math_dollars-autolink_bare_uris-task_lists").blocks)
  end
  return pandoc.Pandoc(chapters)
end
)lua";

bool write_file(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return static_cast<bool>(file);
}

std::string yaml_string(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

Result<PandocReader> PandocReader::create() {
  NBP_TRY_ASSIGN(TemporaryFolder folder, TemporaryFolder::make());
  const std::string place = folder.path().string();
  PandocReader reader(std::move(folder));
  if (!reader.write_files()) return fail(ErrorKind::Environment, "cannot write into " + place, "check the space left");
  return reader;
}

bool PandocReader::write_files() const {
  const std::string script = (folder_.path() / "reader.lua").string();
  // The sandbox keeps pandoc's readers from the disk. Tabs stay, because code may need them.
  const std::string options = "from: " + yaml_string(script) + "\nto: json\nsandbox: true\npreserve-tabs: true\n";
  return write_file(script, kReader) && write_file(options_path(), options);
}

}  // namespace nbpublish
