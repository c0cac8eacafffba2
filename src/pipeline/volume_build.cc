#include "pipeline/volume_build.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "pipeline/stages.h"
#include "pipeline/stored_layouts.h"

namespace nbpublish {
namespace {

// "2026-11-01" as seconds since 1970, or -1.
std::int64_t seconds_of(const std::string& date) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return -1;
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!ymd.ok()) return -1;
  return std::chrono::sys_days(ymd).time_since_epoch().count() * std::int64_t{86'400};
}

constexpr std::int64_t kNoDate = 946'684'800;  // 2000-01-01

}  // namespace

void add_pages(const PagedVolume& volume, PageNumbers& pages) {
  for (const PagedPart& part : volume.parts)
    for (const Page& page : part.pages)
      for (const Destination& place : page.destinations) pages.labels.emplace(place.name, page.label);
}

VolumeInput VolumeBuild::layout_input(const Style& style, const FontLibrary& fonts, const Execution& execution) const {
  VolumeInput input;
  input.texts = texts;
  input.pictures = &pictures;
  input.style = &style;
  input.fonts = &fonts;
  input.jobs = execution.jobs;
  if (elsewhere != nullptr)
    if (const auto pages = elsewhere->find(&style); pages != elsewhere->end()) input.elsewhere = &pages->second;
  if (execution.progress) input.progress = [&execution](std::size_t done, std::size_t all) { execution.progress("setting", done, all); };
  return input;
}

EpubInput VolumeBuild::epub_input(std::string stylesheet, std::int64_t timestamp) const {
  EpubInput input;
  input.texts = texts;
  for (const Volume* part : parts) {
    const auto first = std::ranges::find_if(texts.topics, [&](const TopicTexts& topic) {
      return std::ranges::find(part->topics, topic.topic->number, &Topic::number) != part->topics.end();
    });
    if (first != texts.topics.end()) input.parts.push_back({part, static_cast<std::size_t>(first - texts.topics.begin())});
  }
  input.pictures = pictures;
  input.maker = maker;
  input.store = packs;
  input.stylesheet = std::move(stylesheet);
  input.timestamp = timestamp;
  return input;
}

Result<PagedVolume> lay_out(const VolumeBuild& build, const Style& style, const Typography& typography, const Execution& execution,
                            DiagnosticSink& diagnostics) {
  const RunLog::Span span(execution.log, stages::kLayout, build.volume().key + ' ' + style.name, RunLog::Reach::Run);
  VolumeInput input = build.layout_input(style, typography.fonts, execution);
  std::optional<StoredLayouts> kept;
  if (build.store != nullptr)
    input.kept = &kept.emplace(*build.store, style, typography, build.pictures, build.book().meta.language, execution.log);
  return layout_volume(input, diagnostics);
}

std::int64_t timestamp_of(const Book& book, const std::vector<LoadedVolume>& volumes) {
  if (const std::int64_t s = seconds_of(book.meta.date); s >= 0) return s;
  std::int64_t newest = -1;
  for (const LoadedVolume& v : volumes)
    for (const auto& [key, document] : v.chapters) newest = std::max(newest, seconds_of(document.front.date));
  return newest >= 0 ? newest : kNoDate;
}

}  // namespace nbpublish
