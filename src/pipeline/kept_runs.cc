#include "pipeline/kept_runs.h"

#include <algorithm>

#include "archive/codec.h"
#include "archive/document_fields.h"
#include "pipeline/request_fields.h"
#include "pipeline/stage_key.h"
#include "platform/door.h"
#include "platform/output_set.h"
#include "platform/program_identity.h"
#include "platform/temporary_file.h"

namespace nbpublish {

// A file that was made: its path from the folder of files.
struct KeptFile {
  std::string name, volume, kind;
  std::size_t pages = 0;
  Hash128 bytes;
};

struct KeptRun {
  std::vector<Sighting> sightings;  // paths in the book are seen from its folder, and begin with kInBook
  std::vector<KeptFile> made;
  DiagnosticSink diagnostics;
};

NBP_FIELDS(Sighting, question, path, answer)
NBP_FIELDS(KeptFile, name, volume, kind, pages, bytes)
NBP_FIELDS(KeptRun, sightings, made, diagnostics)
NBP_ROOT(KeptRun, "run", 1)

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInBook = "book:";
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

fs::path whole(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

Hash128 key_of(const Request& request) {
  StageKey key("run");
  key(identity_of_tool("pandoc"), request);
  return key.key();
}

// Whether something was left out that may be there the next time: a tool was missing, or a child that read a text or a picture has ended
// before it was done.
bool lacks_something(const DiagnosticSink& diagnostics) {
  return std::ranges::any_of(diagnostics.all(), [](const Diagnostic& d) {
    return d.code == DiagCode::MermaidNotDrawn || d.code == DiagCode::LimitExceeded || d.code == DiagCode::ImageUnreadable;
  });
}

}  // namespace

KeptRuns::KeptRuns(Store& store, const RunOptions& options, FileSystem& files)
    : store_(store), options_(options), files_(files), key_(key_of(options.request)) {}

fs::path KeptRuns::path_of(const std::string& seen) const {
  return seen.starts_with(kInBook) ? whole(options_.folders.book) / seen.substr(kInBook.size()) : fs::path(seen);
}

std::string KeptRuns::name_of(const std::string& path) const {
  const fs::path inside = fs::path(path).lexically_relative(whole(options_.folders.book));
  const bool is_inside = !inside.empty() && *inside.begin() != "..";
  return is_inside ? std::string(kInBook) + inside.string() : path;
}

// All or none of them; one that stands there already stays as it is.
bool KeptRuns::put_in_place(const std::vector<MadeFile>& made, const std::vector<Hash128>& hashes) {
  OutputSet outputs(files_);
  // What runs that were killed have left there goes also where nothing is to be written.
  for (const MadeFile& file : made)
    if (files_.is_on_machine()) sweep_temporary_files(file.path.parent_path());
  for (std::size_t i = 0; i < made.size(); ++i) {
    const Result<std::string> there = read_at_most(files_, made[i].path, kMostBytes);
    if (there && hash128(*there) == hashes[i]) continue;
    const auto bytes = store_.find(hashes[i]);
    if (!bytes || !outputs.add(made[i].path, *bytes)) return false;
  }
  return outputs.commit().has_value();
}

// The run of that encoding, if the disk is what it saw.
std::optional<KeptRun> KeptRuns::known(const std::shared_ptr<const std::string>& bytes) const {
  std::optional<KeptRun> run = bytes ? decode<KeptRun>(*bytes) : std::nullopt;
  const auto is_as_it_was = [&](const Sighting& s) { return ask_again(files_, s.question, path_of(s.path)) == s.answer; };
  if (run && !std::ranges::all_of(run->sightings, is_as_it_was)) run.reset();
  return run;
}

std::optional<std::vector<fs::path>> KeptRuns::foresee() const {
  const std::optional<KeptRun> run = known(store_.look(key_));
  if (!run) return std::nullopt;
  std::vector<fs::path> paths;
  for (const KeptFile& file : run->made) {
    paths.push_back(options_.folders.out / file.name);
    const Result<std::string> there = read_at_most(files_, paths.back(), kMostBytes);
    if (!(there && hash128(*there) == file.bytes) && store_.look(file.bytes) == nullptr) return std::nullopt;
  }
  return paths;
}

std::optional<std::vector<MadeFile>> KeptRuns::find(DiagnosticSink& diagnostics) {
  std::optional<KeptRun> run = known(store_.find(key_));
  if (!run) return std::nullopt;
  std::vector<MadeFile> made;
  std::vector<Hash128> hashes;
  for (const KeptFile& file : run->made) {
    made.push_back({options_.folders.out / file.name, file.volume, file.kind, file.pages});
    hashes.push_back(file.bytes);
  }
  if (!put_in_place(made, hashes)) return std::nullopt;
  diagnostics.merge(std::move(run->diagnostics));
  return made;
}

void KeptRuns::keep(const RecordedFiles& seen, const std::vector<MadeFile>& made, const DiagnosticSink& diagnostics) {
  if (!seen.is_steady() || lacks_something(diagnostics)) return;
  KeptRun run{seen.sightings(), {}, diagnostics};
  for (Sighting& sighting : run.sightings) sighting.path = name_of(sighting.path);
  for (const MadeFile& file : made) {
    Result<std::string> bytes = read_at_most(files_, file.path, kMostBytes);
    if (!bytes) return;
    const Hash128 hash = hash128(*bytes);
    run.made.push_back({file.path.lexically_relative(options_.folders.out).string(), file.volume, file.kind, file.pages, hash});
    store_.keep(hash, std::move(*bytes));
  }
  store_.keep(key_, encode(run));
}

NBP_ARCHIVED(KeptRun)

}  // namespace nbpublish
