#include "diagram/draw_diagrams.h"

#include <fmt/format.h>

#include <map>
#include <span>

#include "base/hash.h"
#include "diagram/chromium.h"
#include "diagram/page.h"
#include "platform/temporary_folder.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostBytes = 20'000;  // of one diagram; diagrams/page.js tells Mermaid the same
// One diagram takes about a fifth of a second, Chromium's start one.
constexpr std::chrono::seconds kStart{20}, kEach{4}, kMost{120};
constexpr int kMostFailures = 8;  // of Chromium in one build; then the rest goes undrawn

// By what the store knows a drawing; `common` is what all of a build depend on.
Hash128 key_of(const std::string& common, const std::string& diagram) { return hash128("diagram\n" + common + '\n' + diagram); }

class Painter {
 public:
  Painter(const DiagramRules& rules, const DiagramTools& tools, const std::string& common, FileSystem& files, ProcessRunner& processes)
      : rules_(rules), tools_(tools), common_(common), files_(files), processes_(processes) {}

  Result<std::vector<DrawnDiagram>> paint(std::span<const std::string> diagrams) {
    if (diagrams.empty()) return std::vector<DrawnDiagram>{};
    if (failures_ >= kMostFailures) return std::vector<DrawnDiagram>(diagrams.size(), DrawnDiagram{"", "Chromium failed too often", 0});
    auto run = open(diagrams);
    if (run || run.error().kind == ErrorKind::Environment) return run;
    ++failures_;
    if (diagrams.size() == 1) return std::vector<DrawnDiagram>(diagrams.size(), DrawnDiagram{"", run.error().message, 0});
    // One of them is the culprit: the halves tell which.
    const std::size_t half = diagrams.size() / 2;
    NBP_TRY_ASSIGN(std::vector<DrawnDiagram> out, paint(diagrams.first(half)));
    NBP_TRY_ASSIGN(std::vector<DrawnDiagram> rest, paint(diagrams.subspan(half)));
    std::ranges::move(rest, std::back_inserter(out));
    return out;
  }

 private:
  Result<std::vector<DrawnDiagram>> open(std::span<const std::string> diagrams) {
    NBP_TRY_ASSIGN(const TemporaryFolder folder, TemporaryFolder::make());
    const std::filesystem::path page = folder.path() / "page.html";
    NBP_TRY(files_.write_file(page, diagram_page(diagrams, rules_, tools_)));
    const auto timeout = std::min(kMost, kStart + kEach * static_cast<int>(diagrams.size()));
    NBP_TRY_ASSIGN(const std::string dump, run_page(page, folder.path(), timeout, processes_));
    NBP_TRY_ASSIGN(std::vector<DrawnDiagram> drawn, read_answer(dump, diagrams.size()));
    keep(diagrams, drawn);
    return drawn;
  }

  void keep(std::span<const std::string> diagrams, const std::vector<DrawnDiagram>& drawn) {
    for (std::size_t i = 0; i < drawn.size() && tools_.store != nullptr; ++i)
      if (!drawn[i].svg.empty()) tools_.store->keep(key_of(common_, diagrams[i]), drawn[i].svg);
  }

  const DiagramRules& rules_;
  const DiagramTools& tools_;
  const std::string& common_;
  FileSystem& files_;
  ProcessRunner& processes_;
  int failures_ = 0;
};

// What all drawings of a build depend on, beside the diagrams: see note [diagrams].
Result<std::string> common_key(const DiagramRules& rules, const DiagramTools& tools, const FileSystem& files) {
  std::string key = fmt::format("{} {} {} {}", rules.measure.units(), rules.usual_height.units(), rules.page_height.units(), rules.family);
  for (const DiagramFace& f : rules.faces) key += fmt::format("\n{} {} {} {}", f.family, f.weight, f.italic, f.sha256);
  const auto add = [&](const std::filesystem::path& file) -> Status {
    const auto text = files.read_file(file);
    if (!text)
      return fail(ErrorKind::Environment, fmt::format("{} is missing", file.string()),
                  "`make diagrams` where nbpublish was built brings Mermaid");
    key += '\n' + to_hex(hash128(*text));
    return {};
  };
  NBP_TRY(add(tools.mermaid));
  for (const std::string_view name : diagram_scripts()) NBP_TRY(add(tools.scripts / name));
  return key;
}

Result<std::vector<DrawnDiagram>> draw_missing(const std::vector<std::string>& diagrams, Painter painter) {
  auto out = painter.paint(diagrams);
  if (!out && out.error().kind == ErrorKind::Environment)
    return fail(ErrorKind::Environment, out.error().message, "apt-get install chromium, or `make diagrams` where nbpublish was built");
  return out;
}

}  // namespace

Result<std::vector<DrawnDiagram>> draw_diagrams(const std::vector<std::string>& diagrams, const DiagramRules& rules,
                                                const DiagramTools& tools, FileSystem& files, ProcessRunner& processes) {
  std::vector<DrawnDiagram> out(diagrams.size());
  NBP_TRY_ASSIGN(const std::string common, common_key(rules, tools, files));
  std::map<std::string, std::vector<std::size_t>> wanted;  // by text: the same diagram may stand twice
  for (std::size_t i = 0; i < diagrams.size(); ++i) {
    if (diagrams[i].size() > kMostBytes)
      out[i].error = fmt::format("the diagram has {} bytes; {} are drawn", diagrams[i].size(), kMostBytes);
    else wanted[diagrams[i]].push_back(i);
  }
  std::vector<std::string> missing;
  for (const auto& [text, indices] : wanted) {
    const auto kept = tools.store == nullptr ? nullptr : tools.store->find(key_of(common, text));
    if (!kept) missing.push_back(text);
    else
      for (const std::size_t i : indices) out[i].svg = *kept;
  }
  NBP_TRY_ASSIGN(const std::vector<DrawnDiagram> drawn, draw_missing(missing, Painter(rules, tools, common, files, processes)));
  for (std::size_t n = 0; n < missing.size(); ++n)
    for (const std::size_t i : wanted[missing[n]]) out[i] = drawn[n];
  return out;
}

}  // namespace nbpublish
