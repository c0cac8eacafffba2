#include "pipeline/publish.h"

#include "cli/commands.h"
#include "diag/nearest.h"
#include "pipeline/rehearsal.h"

namespace nbpublish {
namespace {

class PublishCommand final : public BookCommand {
 public:
  PublishCommand()
      : BookCommand("publish", "make PDFs, ebooks and covers of volumes; what is meant if no command is named", Unnamed::Refuses) {}

  std::vector<Example> examples() const override {
    return {{"volume-1 --pdf --epub", "the first volume of the book in this folder"},
            {"--all --epub --out dist", "the ebooks of all volumes"},
            {"--all --omnibus", "one ebook of all volumes"},
            {"volume-1 --pdf --edition all", "for the printer, for screens in light and in dark"},
            {"volume-1 --pdf --cover", "with the wrap: back, spine, front"},
            {"volume-1 --pdf --early-access", "with drafts, marked as not final"}};
  }

 private:
  bool is_dry_ = false;

  std::vector<Option> own_options() override {
    Request& what = asked_.request;
    Folders& where = asked_.folders;
    return {
        {.name = "--pdf", .sentence = "make the PDFs: print and screen, or the editions of the manifest", .place = &what.pdf},
        edition_option(what),
        {.name = "--linearize",
         .sentence = "write PDFs for screens so that a viewer on a slow line shows the first page before it has the rest",
         .place = &what.linearize},
        {.name = "--epub", .sentence = "make the EPUB", .place = &what.epub},
        {.name = "--sample", .sentence = "make an EPUB of the first tenth, as shops give it away", .place = &what.sample},
        {.name = "--omnibus", .sentence = "make one EPUB of all the volumes named", .place = &what.omnibus},
        {.name = "--no-fonts", .sentence = "leave the fonts out of the EPUB: readers use their own", .place = Off{&what.embed_fonts}},
        {.name = "--cover",
         .sentence = "make the printed cover of each print edition and outlet, and the e-book's picture",
         .place = &what.cover},
        {.name = "--out", .value = "DIR", .fallback = where.out.string(), .sentence = "folder for the files", .place = &where.out},
        cache_option(where),
        {.name = "--dry-run", .sentence = "say what would be made and why, and write nothing", .place = &is_dry_},
        timings_option(reporting_),
        trace_option(reporting_),
    };
  }

  Status check_use() const override {
    const Request& what = asked_.request;
    if (!what.makes_files()) return fail(ErrorKind::Usage, "nothing to make", how_to_make_something());
    if (!what.embed_fonts && !what.makes_ebooks())
      return fail(ErrorKind::Usage, "--no-fonts is for ebooks, and none is made", "say --epub, --sample or --omnibus as well");
    if (what.linearize && !what.pdf) return fail(ErrorKind::Usage, "--linearize is for PDFs, and none is made", "say --pdf as well");
    return {};
  }

  // A misspelt command is taken for a volume.
  std::string how_to_make_something() const {
    const auto& volumes = asked_.request.volumes;
    const std::string meant = volumes.empty() ? "" : did_you_mean(volumes.front(), names_of(all_commands()));
    return meant.empty() ? "say --pdf, --epub, --cover, --sample, --omnibus or several; nbpublish --help has examples" : meant;
  }

  ExitCode run_in(Session& session) override {
    if (is_dry_) return session.finish_text(dry_run(session.options(), session.environment()));
    const auto made = publish(session.options(), session.environment(), session.diagnostics());
    if (!made) return session.finish_with(made.error());
    std::string paths;
    for (const MadeFile& file : *made) paths += file.path.string() + '\n';
    return session.finish(paths, summary_of(*made));
  }
};

}  // namespace

std::unique_ptr<BookCommand> publish_command() { return std::make_unique<PublishCommand>(); }

}  // namespace nbpublish
