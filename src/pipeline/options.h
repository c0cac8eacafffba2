// What a recipe (pipeline/publish.h) is asked for, parted by what it may change: what is made, where, and how.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "graph/run_log.h"
#include "pipeline/progress_function.h"

namespace nbpublish {

// What: all that may change a byte of what is made. Two runs with equal requests, on a book whose files are equal, make equal
// files, whatever their folders and their execution. A command without an option for a field leaves it as it is here.
struct Request {
  std::vector<std::string> volumes;  // keys; empty: all
  bool pdf = false, epub = false;
  bool sample = false;                      // an EPUB of each volume's beginning
  bool omnibus = false;                     // an EPUB of all the volumes that are chosen
  bool cover = false;                       // wraps of the print editions, and the e-book's picture
  bool embed_fonts = true;                  // in the ebooks
  std::vector<std::string> editions;        // names, or "all"; empty: those that the manifest names, else print and screen
  bool early_access = false;                // drafts too
  bool linearize = false;                   // PDFs for screens, for viewers on slow lines
  std::optional<std::int64_t> source_date;  // SOURCE_DATE_EPOCH, in seconds since 1970, if it is set: when the book says it was made

  bool makes_ebooks() const { return epub || sample || omnibus; }
  // Whether files are to be made at all, not only looked at.
  bool makes_files() const { return pdf || cover || makes_ebooks(); }
};

// Where. Relative ones are the working folder's.
struct Folders {
  std::filesystem::path book;                   // holds the manifest, or is a folder of chapters without one
  std::filesystem::path out = "build/out";      // files go to out/<volume>/; made when it is needed
  std::filesystem::path cache = "build/cache";  // what need not be made twice; safe to delete between runs
};

// How: what changes the time that a run takes and what is seen of it meanwhile, and no byte of what it makes.
struct Execution {
  unsigned jobs = 1;          // threads, at least one
  ProgressFunction progress;  // may be empty
  RunLog* log = nullptr;      // of the stages (pipeline/stages.h); null: none is kept
};

struct RunOptions {
  Request request;
  Folders folders;
  Execution execution;
};

}  // namespace nbpublish
