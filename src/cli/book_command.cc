#include "cli/book_command.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/refusal.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

constexpr unsigned kMostJobs = 256;

}  // namespace

BookCommand::BookCommand(std::string_view name, std::string_view sentence, Unnamed unnamed) : Command(name, sentence), unnamed_(unnamed) {
  asked_.execution.jobs = default_jobs();
}

std::vector<Option> BookCommand::options() {
  std::vector<Option> out = {volumes_option()};
  if (unnamed_ == Unnamed::Refuses) out.push_back({.name = "--all", .sentence = "all volumes", .place = &all_});
  std::ranges::move(own_options(), std::back_inserter(out));
  std::ranges::move(
      std::vector<Option>{{.name = "--book",
                           .value = "DIR",
                           .fallback = "the nearest upward",
                           .sentence = "the book's folder",
                           .place = &asked_.folders.book},
                          {.name = "--jobs",
                           .short_name = 'j',
                           .value = "N",
                           .fallback = "the machine's",
                           .sentence = "threads",
                           .place = Count{&asked_.execution.jobs, 1, kMostJobs}},
                          {.name = "--early-access", .sentence = "take drafts too, and say so", .place = &asked_.request.early_access},
                          strict_option(reporting_),
                          quiet_option(reporting_),
                          verbose_option(reporting_),
                          json_option(reporting_)},
      std::back_inserter(out));
  return out;
}

Option BookCommand::volumes_option() {
  return {.name = "volumes",
          .value = "VOLUME",
          .fallback = unnamed_ == Unnamed::TakesAll ? "all" : "",
          .sentence = "volumes, such as volume-1",
          .place = &asked_.request.volumes};
}

ExitCode BookCommand::run() {
  if (const Status s = check_use(); !s) return report(s.error());
  if (const Status s = settle_volumes(); !s) return report(s.error());
  Session session(asked_, reporting_);
  if (const Status s = session.start(); !s) return report(s.error());
  return run_in(session);
}

Status BookCommand::settle_volumes() {
  if (all_) asked_.request.volumes.clear();
  else if (unnamed_ == Unnamed::Refuses && asked_.request.volumes.empty())
    return fail(ErrorKind::Usage, "no volume was named", "name one, such as volume-1, or say --all; nbpublish list shows them");
  return {};
}

}  // namespace nbpublish
