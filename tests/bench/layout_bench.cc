// What layout costs, by stage: CPU seconds of this process, so neither pandoc nor the PDF is counted.
// `layout_bench BOOK [VOLUME] [STYLE]`. Each stage is measured on its own over all chapters; the last line is
// the whole.
#include <fmt/format.h>

#include "bench/measure.h"
#include "book/discovery.h"
#include "book/manifest.h"
#include "layout/flow/flow.h"
#include "layout/inline/items.h"
#include "layout/inline/paragraph.h"
#include "layout/page/page_builder.h"
#include "layout/page/workers.h"
#include "pipeline/load_documents.h"
#include "pipeline/load_pictures.h"
#include "pipeline/prepared_book.h"
#include "pipeline/volume_build.h"
#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The paragraphs at the top level: what most of a book is.
template <class F>
void for_each_paragraph(const std::vector<const Document*>& documents, LayoutContext& context, const F& visit) {
  for (const Document* document : documents)
    for (const Block& block : document->blocks)
      if (const auto* p = as<Paragraph>(block))
        visit(flatten(context, p->children, {context.style.text, ColourRole::Text, Features::Text, {}}, kRootTag));
}

int run(const std::filesystem::path& root, const std::vector<std::string>& volumes, const std::string& style_name) {
  RealFileSystem files;
  RealProcessRunner processes;
  DiagnosticSink sink;
  const Book book = value_or_throw(load_book(files, root, sink));
  const auto chosen = value_or_throw(choose_volumes(book, volumes));
  const double before = cpu_seconds();
  const auto loaded = value_or_throw(load_volumes(book, {chosen.front()}, {}, files, processes, sink));
  const double reading = cpu_seconds() - before;
  VolumeBuild build{loaded.front().texts(book, *chosen.front(), false)};
  build.pictures = load_pictures(book, build.texts.documents(), files, sink);
  LayoutFixture fixture;
  fixture.style = project_style(style_name);
  const std::vector<const Document*> documents = build.texts.documents();

  std::size_t pages = 0;
  const double whole = least([&] {
    Execution execution;
    execution.jobs = 1;
    const PagedVolume volume = value_or_throw(layout_volume(build.layout_input(fixture.style, project_fonts(), execution), sink));
    pages = 0;
    for (const PagedPart& part : volume.parts) pages += part.pages.size();
  });
  const double items = least(
      [&] { for_each_paragraph(documents, fixture.context, [&](const ParagraphText& text) { make_items(fixture.context, text, {}); }); });
  const double paragraphs = least([&] {
    for_each_paragraph(documents, fixture.context, [&](const ParagraphText& text) {
      ParagraphRules rules;
      rules.measure = fixture.style.measure;
      set_paragraph(fixture.context, text, rules);
    });
  });
  std::vector<Galley> galleys;
  const double flow = least([&] {
    galleys.clear();
    for (const Document* document : documents) galleys.push_back(flow_document(fixture.context, *document));
  });
  const PageRules rules = page_rules(fixture.style);
  const double breaking = least([&] {
    for (const Galley& galley : galleys) break_pages(galley, rules);
  });

  fmt::print("{}: {} pages, {} texts, warm caches\n", chosen.front()->key, pages, documents.size());
  print("reading without pandoc (not counted)", reading, whole);
  print("paragraphs: shaped and itemised", items, whole);
  print("paragraphs: broken into lines and set", paragraphs - items, whole);
  print("lists, listings, tables and the rest", flow - paragraphs, whole);
  print("page breaks", breaking, whole);
  print("building pages, contents, furniture, rounds", whole - flow - breaking, whole);
  print("layout of the volume, cold caches", whole, whole);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "usage: layout_bench BOOK [VOLUME] [STYLE]\n"), 2;
  try {
    return run(argv[1], argc > 2 ? std::vector<std::string>{argv[2]} : std::vector<std::string>{}, argc > 3 ? argv[3] : "six-by-nine");
  } catch (const std::exception& e) {
    return fmt::print(stderr, "{}\n", e.what()), 1;
  }
}
