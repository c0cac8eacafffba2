// The recipes: what `nbpublish VOLUME --pdf --epub` does, from a folder to files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "pipeline/made_files.h"
#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish {

// A line of progress; `done` of `all` may be 0 of 0 where there is nothing to count. Called from any thread.
using ProgressFunction = std::function<void(std::string_view stage, std::size_t done, std::size_t all)>;

struct PublishOptions {
  std::filesystem::path root;           // the book's folder
  std::filesystem::path out;            // files go to out/<volume>/
  std::filesystem::path cache;          // what need not be made twice; safe to delete
  std::vector<std::string> volumes;     // keys; empty = all
  bool pdf = false, epub = false;
  bool sample = false;                  // an EPUB of each volume's beginning
  bool omnibus = false;                 // an EPUB of all the volumes that are chosen
  bool cover = false;                   // wraps of the print editions, and the e-book's picture
  bool embed_fonts = true;              // in the ebooks
  std::vector<std::string> editions;    // names, or "all"; empty: those that the manifest names, else print and screen
  bool early_access = false;
  std::optional<std::int64_t> source_date;  // SOURCE_DATE_EPOCH, if the environment has it: when the book says it was made
  unsigned jobs = 1;
  ProgressFunction progress;
};

struct Environment {
  FileSystem& files;
  ProcessRunner& processes;
  std::vector<std::string> picture_worker{};  // argv of what calls run_picture_worker; empty: pictures are read and drawn here, untried
};

// The files written, in order. A volume with errors in its text is written all the same: the diagnostics say what is wrong.
// One of which a text could not be read at all is not: what earlier runs made of it stays.
Result<std::vector<MadeFile>> publish(const PublishOptions& options, Environment environment, DiagnosticSink& diagnostics);

// Draws the Mermaid diagrams of the volumes and stores them beside their chapters (see note [stored diagrams] in
// place_diagrams.h). The files written, in order.
Result<std::vector<std::filesystem::path>> store_diagrams(const PublishOptions& options, Environment env, DiagnosticSink& diagnostics);

// Reads and resolves everything, pictures included; builds nothing, so diagrams that are not stored are not drawn either.
Status check(const PublishOptions& options, Environment environment, DiagnosticSink& diagnostics);

// Lays the chosen volumes out and looks for page faults (audit/audit.h). Writes nothing.
struct AuditedBook {
  std::string report;
  bool clean = true;
};
Result<AuditedBook> audit(const PublishOptions& options, Environment environment, DiagnosticSink& diagnostics);

// The tree of the book with words, as `nbpublish list` prints it.
Result<std::string> list(const PublishOptions& options, Environment environment, DiagnosticSink& diagnostics);

// The stages that `dump` knows, and the text of one for the chosen volumes: "document", "frames".
const std::vector<std::string>& dump_stages();
Result<std::string> dump_stage(const std::string& stage, const PublishOptions& options, Environment environment, DiagnosticSink& diagnostics);

// The volumes that `keys` name (all for none). A Usage error with the list and the nearest name.
Result<std::vector<const Volume*>> choose_volumes(const Book& book, const std::vector<std::string>& keys);

}  // namespace nbpublish
