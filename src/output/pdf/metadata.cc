#include "output/pdf/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "output/pdf/pdf_stream.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {
namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

// D:20240102030405Z
std::string pdf_time(std::int64_t timestamp) {
  std::string text = iso_time(timestamp);
  std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'T'; });
  return "D:" + text;
}

}  // namespace

std::string full_title(const VolumeInfo& info) { return info.subtitle.empty() ? info.title : info.title + ": " + info.subtitle; }

std::string iso_time(std::int64_t timestamp) {
  using namespace std::chrono;
  const sys_seconds time{seconds(timestamp)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string info_entries(const VolumeInfo& info, const PdfOptions& options) {
  const std::string producer = pdf_text(options.producer), time = pdf_string(pdf_time(options.timestamp));
  std::string out = fmt::format("/Title {} /Producer {} /Creator {} /CreationDate {} /ModDate {}", pdf_text(full_title(info)), producer,
                                producer, time, time);
  if (!info.author.empty()) out += " /Author " + pdf_text(info.author);
  if (!info.subject.empty()) out += " /Subject " + pdf_text(info.subject);
  if (!info.keywords.empty()) out += " /Keywords " + pdf_text(joined(info.keywords));
  return out;
}

std::string metadata_stream(const std::string& packet) { return pdf_stream_as_is("/Type /Metadata /Subtype /XML", packet); }

}  // namespace nbpublish
