#include "pipeline/volume_build.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

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

std::vector<VolumeTopic> VolumeBuild::topics() const {
  std::vector<VolumeTopic> out;
  for (const Topic& topic : volume.topics) {
    VolumeTopic t{&topic, {}};
    for (const Chapter& chapter : topic.chapters)
      if (const auto it = loaded.chapters.find(chapter.key); it != loaded.chapters.end()) t.chapters.push_back({&chapter, &it->second});
    if (!t.chapters.empty() || early_access) out.push_back(std::move(t));
  }
  return out;
}

VolumeInput VolumeBuild::layout_input(const Style& style, const FontLibrary& fonts, const Execution& execution) const {
  VolumeInput input;
  input.book = &book;
  input.volume = &volume;
  input.topics = topics();
  for (const auto& [name, document] : loaded.matter) input.matter[name] = &document;
  input.index = &loaded.index;
  input.pictures = &pictures;
  input.style = &style;
  input.fonts = &fonts;
  input.early_access = early_access;
  input.jobs = execution.jobs;
  if (execution.progress) input.progress = [&execution](std::size_t done, std::size_t all) { execution.progress("setting", done, all); };
  return input;
}

EpubInput VolumeBuild::epub_input(std::string stylesheet, std::int64_t timestamp) const {
  EpubInput input;
  input.book = &book;
  input.volume = &volume;
  for (const VolumeTopic& topic : topics()) {
    EpubTopic t{topic.topic, {}};
    for (const VolumeChapter& c : topic.chapters) t.chapters.push_back({c.chapter, c.document});
    input.topics.push_back(std::move(t));
  }
  for (const Volume* part : parts) {
    const auto first = std::ranges::find_if(input.topics, [&](const EpubTopic& topic) {
      return std::ranges::find(part->topics, topic.topic->number, &Topic::number) != part->topics.end();
    });
    if (first != input.topics.end()) input.parts.push_back({part, static_cast<std::size_t>(first - input.topics.begin())});
  }
  for (const auto& [name, document] : loaded.matter) input.matter[name] = &document;
  input.index = &loaded.index;
  input.pictures = pictures;
  input.maker = maker;
  input.stylesheet = std::move(stylesheet);
  input.timestamp = timestamp;
  input.early_access = early_access;
  return input;
}

std::vector<const Document*> VolumeBuild::documents() const {
  std::vector<const Document*> out;
  for (const VolumeTopic& topic : topics())
    for (const VolumeChapter& c : topic.chapters) out.push_back(c.document);
  for (const auto& [name, document] : loaded.matter) out.push_back(&document);
  return out;
}

Result<PagedVolume> lay_out(const VolumeBuild& build, const Style& style, const Typography& typography, const Execution& execution,
                            DiagnosticSink& diagnostics) {
  return layout_volume(build.layout_input(style, typography.fonts, execution), diagnostics);
}

std::int64_t timestamp_of(const Book& book, const std::vector<LoadedVolume>& volumes) {
  if (const std::int64_t s = seconds_of(book.meta.date); s >= 0) return s;
  std::int64_t newest = -1;
  for (const LoadedVolume& v : volumes)
    for (const auto& [key, document] : v.chapters) newest = std::max(newest, seconds_of(document.front.date));
  return newest >= 0 ? newest : kNoDate;
}

}  // namespace nbpublish
