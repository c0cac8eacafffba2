#include "pipeline/record_volume.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pipeline/record_pages.h"
#include "pipeline/record_texts.h"
#include "pipeline/stages.h"
#include "platform/program_identity.h"

namespace nbpublish {
namespace {

// What pages and ebooks say that stands in no text.
std::map<std::string, std::string> words_of_manifest(const Book& book, const Volume& volume) {
  const Metadata& meta = book.meta;
  std::map<std::string, std::string> out{{"title", meta.title.plain()},
                                         {"subtitle", meta.subtitle.plain()},
                                         {"title of the volume", volume.title.plain()},
                                         {"subtitle of the volume", volume.subtitle.plain()},
                                         {"authors", fmt::format("{}", fmt::join(meta.authors, ", "))},
                                         {"language", meta.language},
                                         {"publisher", meta.publisher},
                                         {"site", meta.site},
                                         {"rights", meta.rights},
                                         {"edition", meta.edition},
                                         {"date", meta.date},
                                         {"revision", meta.revision},
                                         {"ISBN", volume.print_isbn}};
  for (const Topic& topic : volume.topics) out.emplace("title of topic " + printed_number(topic), topic.title.plain());
  return out;
}

}  // namespace

VolumeRecord record_volume(const VolumeBuild& build, const Layouts& layouts, const Typography& typography, const RunOptions& options,
                           const FileSystem& files) {
  const RunLog::Span span(options.execution.log, stages::kKeep, build.volume().key, RunLog::Reach::Run);
  static const Hash128 kProgram = identity_of_program();
  VolumeRecord out{options.request, {{"nbpublish", kProgram}, {"pandoc", identity_of_tool("pandoc")}}};
  out.manifest = words_of_manifest(build.book(), build.volume());
  out.texts = record_texts(build, files, options.execution.jobs);
  for (const auto& [style, pages] : layouts.made())
    out.layouts.push_back(record_layout(build, *style, typography, *pages, options.execution.jobs));
  return out;
}

}  // namespace nbpublish
