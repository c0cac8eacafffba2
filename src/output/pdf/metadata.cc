#include "output/pdf/metadata.h"

#include <fmt/format.h>
#include <algorithm>

#include <chrono>

#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

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

Handle info_dictionary(const VolumeInfo& info, const PdfOptions& options) {
  Handle result = pdf_dictionary({{"/Title", pdf_text(full_title(info))},
                                  {"/Producer", pdf_text(options.producer)},
                                  {"/Creator", pdf_text(options.producer)},
                                  {"/CreationDate", Handle::newString(pdf_time(options.timestamp))},
                                  {"/ModDate", Handle::newString(pdf_time(options.timestamp))}});
  if (!info.author.empty()) result.replaceKey("/Author", pdf_text(info.author));
  if (!info.subject.empty()) result.replaceKey("/Subject", pdf_text(info.subject));
  if (!info.keywords.empty()) result.replaceKey("/Keywords", pdf_text(joined(info.keywords)));
  return result;
}

Handle metadata_stream(QPDF& out, const std::string& packet) {
  Handle stream = Handle::newStream(&out, packet);
  stream.replaceDict(pdf_dictionary({{"/Type", pdf_name_object("Metadata")}, {"/Subtype", pdf_name_object("XML")}}));
  return stream;
}

void add_metadata(QPDF& out, const VolumeInfo& info, const PdfOptions& options) {
  Handle root = out.getRoot();
  if (!info.language.empty()) root.replaceKey("/Lang", pdf_text(info.language));
  root.replaceKey("/MarkInfo", pdf_dictionary({{"/Marked", Handle::newBool(true)}}));
  root.replaceKey("/ViewerPreferences", pdf_dictionary({{"/DisplayDocTitle", Handle::newBool(true)}}));
  root.replaceKey("/Metadata", metadata_stream(out, xmp_packet(info, options)));
  out.getTrailer().replaceKey("/Info", out.makeIndirectObject(info_dictionary(info, options)));
}

}  // namespace nbpublish
