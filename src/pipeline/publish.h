// The recipes: what `nbpublish VOLUME --pdf --epub` does, from a folder to files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "pipeline/environment.h"
#include "pipeline/made_files.h"
#include "pipeline/options.h"

namespace nbpublish {

// The files written, in order. A volume with errors in its text is written all the same: the diagnostics say what is wrong.
// One of which a text could not be read at all is not: what earlier runs made of it stays.
Result<std::vector<MadeFile>> publish(const RunOptions& options, Environment environment, DiagnosticSink& diagnostics);

// Draws the Mermaid diagrams of the volumes and stores them beside their chapters (see note [stored diagrams] in
// place_diagrams.h). The files written, in order.
Result<std::vector<std::filesystem::path>> store_diagrams(const RunOptions& options, Environment env, DiagnosticSink& diagnostics);

// Reads and resolves everything, pictures included; builds nothing, so diagrams that are not stored are not drawn either.
Status check(const RunOptions& options, Environment environment, DiagnosticSink& diagnostics);

// Lays the chosen volumes out and looks for page faults (audit/audit.h). Writes nothing.
enum class AuditForm : std::uint8_t {
  Faults,   // each in a line, then how many there are of each kind
  Summary,  // how many, and the rhythm of the pages
};
struct AuditedBook {
  std::string report;  // one for each volume
  bool clean = true;
};
Result<AuditedBook> audit(AuditForm form, const RunOptions& options, Environment environment, DiagnosticSink& diagnostics);

// The tree of the book with words, as `nbpublish list` prints it.
Result<std::string> list(const RunOptions& options, Environment environment, DiagnosticSink& diagnostics);

// The stages that `dump` knows, and the text of one for the chosen volumes: "document", "frames".
const std::vector<std::string>& dump_stages();
Result<std::string> dump_stage(const std::string& stage, const RunOptions& options, Environment environment, DiagnosticSink& diagnostics);

}  // namespace nbpublish
