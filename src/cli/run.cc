#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <new>
#include <sstream>
#include <string_view>
#include <system_error>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/usage.h"
#include "figure/quiet.h"
#include "platform/leavings.h"
#include "style/read_style.h"
#include "workshop/worker.h"

namespace nbpublish {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  nbpublish volume-1 --pdf --epub           the first volume of the book in this folder\n"
    "  nbpublish --all --epub --out dist         the ebooks of all volumes\n"
    "  nbpublish --all --omnibus                 one ebook of all volumes\n"
    "  nbpublish volume-1 --pdf --edition all    for the printer, for screens in light and in dark\n"
    "  nbpublish volume-1 --pdf --cover          with the wrap: back, spine, front\n"
    "  nbpublish volume-1 --pdf --early-access   with drafts, marked as not final\n"
    "  nbpublish check --strict                  read and resolve everything, warnings are errors\n"
    "  nbpublish list                            the tree with numbers, status and words\n"
    "  nbpublish preflight book.pdf --for kdp    check any PDF or EPUB against an outlet's rules\n"
    "Exit codes: 0 done, 1 errors in the book, the PDF or the EPUB, 2 wrong use, 3 something is missing on this machine.";

// The options that every command takes.
void add_common(CLI::App& app, Arguments& a) {
  app.add_option("--book", a.book, "the book's folder (default: the nearest upward)")->type_name("DIR");
  app.add_option("-j,--jobs", a.jobs, "threads (default: the machine's)")->check(CLI::Range(1u, 256u))->type_name("N");
  app.add_flag("--early-access", a.early_access, "take drafts too, and say so");
  app.add_flag("--strict", a.strict, "warnings are errors");
  app.add_flag("--quiet", a.quiet, "print errors and results only");
  app.add_flag("--verbose", a.verbose, "print every warning and note, also where many are alike");
  app.add_flag("--json", a.json, "diagnostics as one JSON object a line, all of them");
}

// --help and --version are results, what is wrong with the command line is a refusal.
int finish_parsing(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() != 0) return report(usage_error(app, error));
  std::ostringstream out;
  app.exit(error, out, out);
  print_result(out.str());
  return kDone;
}

int run_command(int argc, char** argv, Arguments& arguments) {
  CLI::App app("nbpublish: a volume of a book, from Markdown to a print PDF and an EPUB");
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("nbpublish ") + NBP_VERSION);
  app.add_option("volumes", arguments.volumes, "volumes to publish, such as volume-1")->type_name("VOLUME");
  app.add_flag("--all", arguments.all, "all volumes");
  app.add_flag("--pdf", arguments.pdf, "make the PDFs: print and screen, or the editions of the manifest");
  app.add_option("--edition", arguments.editions, "PDFs to make: print, screen, screen-dark, all, or a name of the manifest")->type_name("NAME");
  app.add_flag("--epub", arguments.epub, "make the EPUB");
  app.add_flag("--sample", arguments.sample, "make an EPUB of the first tenth, as shops give it away");
  app.add_flag("--omnibus", arguments.omnibus, "make one EPUB of all the volumes named");
  app.add_flag("--no-fonts", arguments.no_fonts, "leave the fonts out of the EPUB: readers use their own");
  app.add_flag("--cover", arguments.cover, "make the printed cover of each print edition and outlet, and the e-book's picture");
  app.add_option("--out", arguments.out, "folder for the files")->type_name("DIR")->capture_default_str();
  app.add_option("--cache", arguments.cache, "folder for what need not be made twice")->type_name("DIR")->capture_default_str();
  app.add_flag("--style-keys", arguments.style_keys, "print the documentation of all style keys");
  add_common(app, arguments);
  CLI::App* list_command = app.add_subcommand("list", "print the book's tree with numbers, status and words");
  CLI::App* check_command = app.add_subcommand("check", "read and resolve everything, build nothing");
  CLI::App* diagrams_command = app.add_subcommand("diagrams", "draw Mermaid diagrams and store them beside their chapters");
  CLI::App* audit_command = app.add_subcommand("audit", "lay volumes out and look for page faults");
  audit_command->add_flag("--all", arguments.all, "all volumes");
  CLI::App* dump_command = app.add_subcommand("dump", "print what a stage made of a volume");
  for (CLI::App* sub : {list_command, check_command, diagrams_command, audit_command, dump_command}) {
    add_common(*sub, arguments);
    sub->add_option("volumes", arguments.volumes, "volumes (default: all)")->type_name("VOLUME");
  }
  dump_command->add_option("--stage", arguments.stage, "document or frames")->capture_default_str();
  CLI::App* preflight_command = app.add_subcommand("preflight", "check any PDF or EPUB against the rules of an outlet");
  preflight_command->add_option("file", arguments.file, "the PDF or EPUB")->required()->type_name("FILE");
  preflight_command->add_option("--for", arguments.outlet, "a PDF: kdp, ingram, lulu, screen; an EPUB: apple, kobo, google, kindle")->required()->type_name("OUTLET");
  preflight_command->add_flag("--strict", arguments.strict, "warnings are errors");
  preflight_command->add_flag("--json", arguments.json, "findings as one JSON object a line");
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) arguments.commands.push_back(command->get_name());
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return finish_parsing(app, e);
  }
  if (arguments.style_keys) return print_result(style_keys_markdown()), kDone;
  if (list_command->parsed()) return run_list(arguments);
  if (check_command->parsed()) return run_check(arguments);
  if (diagrams_command->parsed()) return run_diagrams(arguments);
  if (audit_command->parsed()) return run_audit(arguments);
  if (preflight_command->parsed()) return run_preflight(arguments);
  if (dump_command->parsed()) return run_dump(arguments);
  return run_publish(arguments);
}

}  // namespace

int run(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == kPictureWorker) run_picture_worker();
  open_output();
  end_tidily_on_signals();
  keep_libraries_quiet();
  Arguments arguments;
  int code = kEnvironment;
  try {
    code = run_command(argc, argv, arguments);
  } catch (const std::bad_alloc&) {
    print_message("nbpublish: there is not enough memory\n");
  } catch (const std::system_error& error) {  // no thread to be had, no working folder
    print_message(fmt::format("nbpublish: {}\n", error.what()));
  }
  return finish_output(code, arguments.json);
}

}  // namespace nbpublish
