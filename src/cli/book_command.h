// A command on the volumes of a book.
#pragma once

#include <cstdint>

#include "cli/command.h"
#include "cli/session.h"
#include "pipeline/options.h"

namespace nbpublish {

// What a command on volumes does if none is named.
enum class Unnamed : std::uint8_t {
  TakesAll,
  Refuses,  // what takes long wants to hear --all
};

// Options of several commands on a book.
inline Option cache_option(Folders& folders) {
  return {.name = "--cache",
          .value = "DIR",
          .fallback = folders.cache.string(),
          .sentence = "folder for what need not be made twice",
          .place = &folders.cache};
}
inline Option edition_option(Request& request, std::string_view fallback = {}) {
  return {.name = "--edition",
          .value = "NAME",
          .fallback = std::string(fallback),
          .sentence = "PDFs to make: print, screen, screen-dark, all, or a name of the manifest",
          .place = &request.editions};
}

class BookCommand : public Command {
 public:
  BookCommand(std::string_view name, std::string_view sentence, Unnamed unnamed);

  // The volumes, its own options, then those of every command on a book.
  std::vector<Option> options() final;
  ExitCode run() final;
  // What, where and how, as far as the options say it; the book is found by run().
  const RunOptions& asked() const { return asked_; }

 protected:
  RunOptions asked_;

  // The words of the command line that are no options.
  virtual Option volumes_option();
  virtual std::vector<Option> own_options() { return {}; }
  // A Usage error if the options make no sense together.
  virtual Status check_use() const { return {}; }
  virtual ExitCode run_in(Session& session) = 0;

 private:
  Unnamed unnamed_;
  bool all_ = false;

  Status settle_volumes();
};

}  // namespace nbpublish
