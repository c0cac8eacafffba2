// Command lines read into what, where and how.
#include "unit/cli/command_line.h"

#include "platform/parallel.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("what: the files and volumes that are wanted") {
  const CommandLine line({"volume-1", "volume-2", "--pdf", "--epub", "--sample", "--omnibus", "--cover", "--early-access"});
  const Request& what = line.asked().request;
  CHECK(what.volumes == Words{"volume-1", "volume-2"});
  CHECK((what.pdf && what.epub && what.sample && what.omnibus && what.cover && what.early_access));
  CHECK(what.embed_fonts);
  CHECK(what.editions.empty());
  CHECK_FALSE(what.source_date);
}

TEST_CASE("what: nothing is wanted that was not asked for") {
  const CommandLine line({"publish"});
  const Request& what = line.asked().request;
  CHECK_FALSE((what.pdf || what.epub || what.sample || what.omnibus || what.cover || what.early_access || what.makes_files()));
  CHECK(what.embed_fonts);
  CHECK(what.volumes.empty());
}

TEST_CASE("what: each kind of file counts as something to make, and only ebooks as ebooks") {
  for (const char* option : {"--pdf", "--epub", "--sample", "--omnibus", "--cover"}) {
    INFO(option);
    const CommandLine line({"publish", option});
    CHECK(line.asked().request.makes_files());
    CHECK(line.asked().request.makes_ebooks() == (std::string(option) != "--pdf" && std::string(option) != "--cover"));
  }
}

TEST_CASE("what: editions are the words up to the next option") {
  CHECK(CommandLine({"--pdf", "--edition", "print", "screen", "--all"}).asked().request.editions == Words{"print", "screen"});
  CHECK(CommandLine({"--edition", "print", "--edition", "screen"}).asked().request.editions == Words{"print", "screen"});
}

TEST_CASE("what: fonts are left out when that is said") { CHECK_FALSE(CommandLine({"--epub", "--no-fonts"}).asked().request.embed_fonts); }

TEST_CASE("what: PDFs are linearized when that is said") {
  CHECK(CommandLine({"--pdf", "--linearize"}).asked().request.linearize);
  CHECK_FALSE(CommandLine({"--pdf"}).asked().request.linearize);
}

TEST_CASE("where: folders as they are named, with blanks too, or the usual ones") {
  const CommandLine usual({"check"});
  CHECK(usual.asked().folders.book.empty());
  CHECK(usual.asked().folders.out == "build/out");
  CHECK(usual.asked().folders.cache == "build/cache");
  const CommandLine named({"volume-1", "--book", "a book", "--out=my dist", "--cache", "kept"});
  CHECK(named.asked().folders.book == "a book");
  CHECK(named.asked().folders.out == "my dist");
  CHECK(named.asked().folders.cache == "kept");
}

TEST_CASE("how: threads, the machine's if they are not counted") {
  CHECK(CommandLine({"check"}).asked().execution.jobs == default_jobs());
  CHECK(CommandLine({"check", "-j", "3"}).asked().execution.jobs == 3);
  CHECK(CommandLine({"check", "-j3"}).asked().execution.jobs == 3);
  CHECK(CommandLine({"check", "--jobs=256"}).asked().execution.jobs == 256);
  for (const char* number : {"0", "257", "-1", "many"}) CHECK(CommandLine({"check", "--jobs", number}).refusal().starts_with("--jobs: "));
}

TEST_CASE("how it is told: all flags are off until they are said") {
  const CommandLine quiet({"list"});
  const Reporting& none = quiet.reporting();
  CHECK_FALSE((none.strict || none.quiet || none.verbose || none.json));
  const CommandLine loud({"list", "--strict", "--quiet", "--verbose", "--json"});
  REQUIRE(loud.answer);
  const Reporting& all = loud.reporting();
  CHECK((all.strict && all.quiet && all.verbose && all.json));
  const CommandLine other({"preflight", "book.pdf", "--for", "kdp", "--strict", "--json"});
  REQUIRE(other.answer);
  CHECK((other.reporting().strict && other.reporting().json));
}

TEST_CASE("publish reads the same whether it is named or not") {
  const Words words = {"volume-2", "--pdf", "--edition", "all", "--no-fonts", "--epub", "--out", "dist", "-j", "2", "--strict"};
  Words named = words;
  named.insert(named.begin(), "publish");
  const CommandLine bare(words), full(named);
  CHECK(bare.invocation.command->name() == full.invocation.command->name());
  const RunOptions &a = bare.asked(), &b = full.asked();
  CHECK(a.request.volumes == b.request.volumes);
  CHECK(a.request.editions == b.request.editions);
  CHECK((a.request.pdf && b.request.pdf && a.request.epub && b.request.epub));
  CHECK((!a.request.embed_fonts && !b.request.embed_fonts));
  CHECK(a.folders.out == b.folders.out);
  CHECK(a.execution.jobs == b.execution.jobs);
  CHECK((bare.reporting().strict && full.reporting().strict));
}

TEST_CASE("the options of a command are its own") {
  for (const std::string option :
       {"--pdf", "--epub", "--cover", "--sample", "--omnibus", "--no-fonts", "--linearize", "--edition=all", "--out=a", "--cache=a"})
    for (const char* command : {"check", "list", "diagrams", "audit", "dump"}) {
      INFO(command << " " << option);
      const std::string refusal = "there is no option '" + option.substr(0, option.find('=')) + "'";
      CHECK(CommandLine({command, option}).refusal().starts_with(refusal));
      CHECK(CommandLine({option, command}).refusal().starts_with(refusal));
    }
  CHECK(CommandLine({"preflight", "a.pdf", "--for", "kdp", "--cover"}).refusal().starts_with("there is no option '--cover'"));
  CHECK(CommandLine({"--stage", "frames"}).refusal().starts_with("there is no option '--stage'"));
  CHECK(CommandLine({"check", "--summary"}).refusal().starts_with("there is no option '--summary'"));
  CHECK(CommandLine({"check", "--all"}).refusal().starts_with("there is no option '--all'"));
  CHECK(CommandLine({"publish", "--version"}).refusal().starts_with("there is no option '--version'"));
}

TEST_CASE("a misspelt option: the nearest of the command, or where they are listed") {
  CHECK(CommandLine({"volume-1", "--pdff"}).refusal() == "there is no option '--pdff' (did you mean '--pdf'?)");
  CHECK(CommandLine({"--versoin"}).refusal() == "there is no option '--versoin' (did you mean '--version'?)");
  CHECK(CommandLine({"check", "--strcit"}).refusal() == "there is no option '--strcit' (did you mean '--strict'?)");
  CHECK(CommandLine({"check", "--cover"}).refusal() == "there is no option '--cover' (nbpublish check --help lists the options)");
  CHECK(CommandLine({"volume-1", "--out"}).refusal() == "--out: 1 required DIR missing (nbpublish --help lists the options)");
  CHECK(CommandLine({"preflight"}).refusal() == "file is required (nbpublish preflight --help lists the options)");
  CHECK(CommandLine({"preflight", "a.pdf", "b.pdf", "--for", "kdp"}).refusal() ==
        "'b.pdf' is one argument too many (nbpublish preflight --help lists the options)");
}

TEST_CASE("help: the program's has all commands and the options of publish, a command's its own") {
  const std::string whole = CommandLine({"--help"}).text();
  CHECK(whole.find("Usage: nbpublish [OPTIONS] [volumes...]") != std::string::npos);
  for (const std::string& name : names_of(all_commands())) CHECK(whole.find("\n  " + name + " ") != std::string::npos);
  for (const char* words : {"--pdf", "--out", "(default: build/out)", "--version", "--style-keys", "Examples:", "nbpublish check --strict",
                            "nbpublish volume-1 --pdf --epub", "Exit codes:"})
    CHECK(whole.find(words) != std::string::npos);

  CHECK(whole.find("--no-fonts  ") != std::string::npos);

  const std::string own = CommandLine({"publish", "--help"}).text();
  CHECK(own.find("Usage: nbpublish publish [OPTIONS] [volumes...]") != std::string::npos);
  for (const char* words : {"--pdf", "--out", "nbpublish volume-1 --pdf --epub"}) CHECK(own.find(words) != std::string::npos);
  for (const char* words : {"--version", "nbpublish check"}) CHECK(own.find(words) == std::string::npos);

  const std::string check = CommandLine({"check", "-h"}).text();
  for (const char* words :
       {"Usage: nbpublish check", "volumes, such as volume-1 (default: all)", "-j,--jobs N", "threads (default: the machine's)"})
    CHECK(check.find(words) != std::string::npos);
  for (const char* words : {"--pdf", "--all", "--stage"}) CHECK(check.find(words) == std::string::npos);
}

TEST_CASE("version and style keys are answered in place of a run, and by the program alone") {
  CHECK(CommandLine({"--version"}).text().starts_with("nbpublish "));
  CHECK(CommandLine({"volume-1", "--version"}).text().ends_with("\n"));
  CHECK(CommandLine({"--style-keys"}).text().find("page.trim-width") != std::string::npos);
}
