#include "source/pandoc.h"

#include <algorithm>
#include <span>

#include "source/pandoc_json.h"

namespace nbpublish {
namespace {

constexpr std::chrono::seconds kBatchTimeout{60};
constexpr std::chrono::seconds kChapterTimeout{20};

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

constexpr std::string_view kHint = "apt-get install pandoc";

bool says(const ProcessOutput& output, std::string_view words) { return output.err.find(words) != std::string::npos; }

// What no chapter can do to pandoc: a chapter that asks for too much ends at the limits that pandoc sets itself.
bool lacks_something(const ProcessOutput& output) {
  if (output.timed_out || output.too_long || output.exit_code == 0) return false;
  constexpr int kSignals = 128, kLastSignal = kSignals + 64;
  if (output.exit_code > kSignals && output.exit_code <= kLastSignal) return true;
  constexpr std::string_view kLacks[] = {"Cannot allocate memory", "out of memory", "Too many open files",
                                         "Resource temporarily unavailable", "No space left on device"};
  return std::ranges::any_of(kLacks, [&](std::string_view words) { return says(output, words); });
}

std::string pandocs_end(const ProcessOutput& output) {
  const std::string words = output.err.empty() ? "" : ": " + on_one_line(output.err);
  if (output.timed_out) return "did not finish in " + std::to_string(kChapterTimeout.count()) + " seconds";
  if (output.too_long) return "answered without an end";
  if (output.exit_code > 128 && output.exit_code <= 192) return "was killed by signal " + std::to_string(output.exit_code - 128) + words;
  return "refused it (exit " + std::to_string(output.exit_code) + ")" + words;
}

class Runner {
 public:
  Runner(const PandocReader& reader, ProcessRunner& processes) : reader_(reader), processes_(processes) {}

  // Reads a slice in one process; if that ends badly, each chapter in its own.
  Status read(std::span<const std::string> texts, std::span<PandocChapter> chapters) {
    NBP_TRY_ASSIGN(const ProcessOutput output, start(texts, texts.size() == 1 ? kChapterTimeout : kBatchTimeout));
    if (lacks_something(output)) return broken(output);
    NBP_TRY_ASSIGN(const bool answered, take_answer(output, chapters));
    if (answered) return {};
    if (texts.size() == 1) return blame(output, chapters[0]);
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
    if (output) return output;
    const std::string& why = output.error().message;
    const bool is_missing = why.ends_with("o such file") || why.ends_with("o such file or directory");
    return is_missing ? fail(ErrorKind::Environment, "pandoc is not installed", std::string(kHint)) : output;
  }

  static std::unexpected<Error> broken(const ProcessOutput& output) {
    return fail(ErrorKind::Environment, "pandoc " + pandocs_end(output),
                "nothing is written; give it more memory, files or time and run again");
  }

  // False if there is no answer for each of the chapters. An Environment error for the answer of another pandoc.
  static Result<bool> take_answer(const ProcessOutput& output, std::span<PandocChapter> chapters) {
    if (!output.is_done()) return false;
    Result<std::vector<SyntaxNode>> trees = read_pandoc_json(output.out);
    if (!trees && trees.error().kind == ErrorKind::Environment) return std::unexpected(std::move(trees.error()));
    if (!trees || trees->size() != chapters.size()) return false;
    for (std::size_t i = 0; i < chapters.size(); ++i) chapters[i].tree = std::move((*trees)[i]);
    return true;
  }

  // The chapter's fault, or pandoc's: that shows when it is given a text that nobody can refuse.
  Status blame(const ProcessOutput& output, PandocChapter& chapter) {
    const bool answers = output.is_done();
    chapter.timed_out = output.timed_out;
    chapter.failure = answers ? "pandoc's answer is nested too deeply or not readable" : "pandoc " + pandocs_end(output);
    const std::string probe = "x\n";
    PandocChapter read;
    NBP_TRY_ASSIGN(const ProcessOutput tried, start({&probe, 1}, kChapterTimeout));
    if (lacks_something(tried)) return broken(tried);
    NBP_TRY_ASSIGN(const bool works, take_answer(tried, {&read, 1}));
    if (works) return {};
    return fail(ErrorKind::Environment,
                tried.is_done() ? "pandoc's answer cannot be read" : "pandoc does not work: it " + pandocs_end(tried), std::string(kHint));
  }

  const PandocReader& reader_;
  ProcessRunner& processes_;
};

}  // namespace

Result<Pandoc> Pandoc::with(ProcessRunner& processes) {
  NBP_TRY_ASSIGN(PandocReader reader, PandocReader::create());
  return Pandoc(std::move(reader), processes);
}

Result<std::vector<PandocChapter>> Pandoc::read(const std::vector<std::string>& texts) const {
  std::vector<PandocChapter> chapters(texts.size());
  if (!texts.empty()) NBP_TRY(Runner(reader_, *processes_).read(texts, chapters));
  return chapters;
}

}  // namespace nbpublish
