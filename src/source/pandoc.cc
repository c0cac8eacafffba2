#include "source/pandoc.h"

#include <algorithm>
#include <span>

#include "platform/parallel.h"
#include "source/pandoc_json.h"
#include "source/pandoc_reader.h"

namespace nbpublish {
namespace {

// Measured: a process costs 0.1 s and 28 chapters in one take 261 MB; 12 to 15 keep both small.
constexpr std::size_t kChaptersPerProcess = 15;
// Below this, a second process costs more than it saves.
constexpr std::size_t kLeastPerProcess = 4;
constexpr std::chrono::seconds kBatchTimeout{60};
constexpr std::chrono::seconds kChapterTimeout{20};

struct Slice {
  std::size_t begin = 0, end = 0;
};

std::vector<Slice> slices_of(std::size_t count, unsigned jobs) {
  const std::size_t needed = (count + kChaptersPerProcess - 1) / kChaptersPerProcess;
  const std::size_t useful = std::min<std::size_t>(jobs, count / kLeastPerProcess);
  const std::size_t slices = std::max({needed, useful, std::size_t{1}});
  std::vector<Slice> list;
  for (std::size_t i = 0; i < slices; ++i) list.push_back({count * i / slices, count * (i + 1) / slices});
  return list;
}

// reader.lua splits this again: the lengths in bytes on one line, then the texts one after another.
std::string joined(std::span<const std::string> texts) {
  std::string input;
  for (const std::string& text : texts) input += std::to_string(text.size()) + ' ';
  input += '\n';
  for (const std::string& text : texts) input += text;
  return input;
}

// Messages are one line.
std::string on_one_line(std::string_view text) {
  std::string line(text.substr(0, 200));
  std::ranges::replace(line, '\n', ' ');
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

class Runner {
 public:
  Runner(const PandocReader& reader, ProcessRunner& processes) : reader_(reader), processes_(processes) {}

  // Reads a slice in one process; if that ends badly, each chapter in its own.
  Status read(std::span<const std::string> texts, std::span<PandocChapter> chapters) {
    NBP_TRY_ASSIGN(const ProcessOutput output,
                   start(texts, texts.size() == 1 ? kChapterTimeout : kBatchTimeout));
    if (take_answer(output, chapters)) return {};
    if (texts.size() == 1) return explain(output, chapters[0]), Status{};
    for (std::size_t i = 0; i < texts.size(); ++i) NBP_TRY(read(texts.subspan(i, 1), chapters.subspan(i, 1)));
    return {};
  }

 private:
  Result<ProcessOutput> start(std::span<const std::string> texts, std::chrono::milliseconds timeout) {
    ProcessRequest request;
    // -M1g ends pandoc before the machine suffers.
    request.argv = {"pandoc", "--defaults=" + reader_.options_path(), "+RTS", "-M1g", "-RTS"};
    request.input = joined(texts);
    request.timeout = timeout;
    Result<ProcessOutput> output = processes_.run(request);
    if (!output) return fail(ErrorKind::Environment, "pandoc is not installed", "apt-get install pandoc");
    return output;
  }

  static bool take_answer(const ProcessOutput& output, std::span<PandocChapter> chapters) {
    if (output.timed_out || output.exit_code != 0) return false;
    Result<std::vector<SyntaxNode>> trees = read_pandoc_json(output.out);
    if (!trees || trees->size() != chapters.size()) return false;
    for (std::size_t i = 0; i < chapters.size(); ++i) chapters[i].tree = std::move((*trees)[i]);
    return true;
  }

  static void explain(const ProcessOutput& output, PandocChapter& chapter) {
    chapter.timed_out = output.timed_out;
    if (output.timed_out) {
      chapter.failure = "pandoc did not finish in " + std::to_string(kChapterTimeout.count()) + " seconds";
    } else if (output.exit_code != 0) {
      chapter.failure =
          "pandoc refused it (exit " + std::to_string(output.exit_code) + "): " + on_one_line(output.err);
    } else {
      chapter.failure = "pandoc's answer is nested too deeply or not readable";
    }
  }

  const PandocReader& reader_;
  ProcessRunner& processes_;
};

}  // namespace

Result<std::vector<PandocChapter>> run_pandoc(const std::vector<std::string>& texts, unsigned jobs,
                                              ProcessRunner& processes) {
  std::vector<PandocChapter> chapters(texts.size());
  if (texts.empty()) return chapters;
  NBP_TRY_ASSIGN(const PandocReader reader, PandocReader::create());
  const std::vector<Slice> slices = slices_of(texts.size(), jobs);
  std::vector<Status> ends(slices.size());
  parallel_for(jobs, slices.size(), [&](std::size_t i) {
    const auto [begin, end] = slices[i];
    ends[i] = Runner(reader, processes)
                  .read(std::span(texts).subspan(begin, end - begin),
                        std::span(chapters).subspan(begin, end - begin));
  });
  for (Status& end : ends) NBP_TRY(std::move(end));
  return chapters;
}

}  // namespace nbpublish
