#include "output/pdf/pdf_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

#include "base/hash.h"
#include "output/pdf/fixed_objects.h"
#include "output/pdf/pdf_stream.h"

namespace nbpublish {
namespace {

// Widths of a row's fields in bytes, and its predictor's tag: what differs from the row above is mostly nothing.
constexpr std::size_t kOffsetBytes = 4, kIndexBytes = 2, kRow = 1 + kOffsetBytes + kIndexBytes;

void append_big_endian(std::string& out, std::size_t value, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

// Each row less the one above it (PNG's filter Up).
std::string less_the_row_above(const std::string& rows) {
  std::string out, above(kRow, '\0');
  out.reserve(rows.size() + rows.size() / kRow);
  for (std::size_t at = 0; at < rows.size(); at += kRow) {
    out += '\x02';
    for (std::size_t i = 0; i < kRow; ++i) out += static_cast<char>(rows[at + i] - above[i]);
    above = rows.substr(at, kRow);
  }
  return out;
}

}  // namespace

PdfFile::PdfFile(std::string_view version, FileForm form, std::size_t expected_size) : form_(form) {
  out_.reserve(expected_size);
  // Bytes above 127 say that the file is not text.
  out_ = fmt::format("%PDF-{}\n%\xE2\xE3\xCF\xD3\n", version);
}

void PdfFile::add(ObjectNumber number, std::string_view value) {
  if (form_ == FileForm::Packed) packer_.add(number, value);
  else write(number, value);
}

void PdfFile::add_pack(ObjectNumber number, const SealedPack& pack) {
  write(number, pack.stream);
  for (std::size_t i = 0; i < pack.inside.size(); ++i) entries_.push_back({pack.inside[i], number, i});
}

void PdfFile::write(ObjectNumber number, std::string_view body) {
  entries_.push_back({number, 0, out_.size()});
  fmt::format_to(std::back_inserter(out_), "{} 0 obj\n", number);
  out_.append(body).append("\nendobj\n");
}

Result<std::string> PdfFile::finish(ObjectNumber next) {
  for (const SealedPack& pack : packer_.finish()) add_pack(next++, pack);
  if (out_.size() > std::numeric_limits<std::uint32_t>::max())
    return fail(ErrorKind::Input, "a PDF would be larger than 4 GB; divide the volume into several");
  const std::size_t place = out_.size();
  if (form_ == FileForm::Packed) entries_.push_back({next, 0, place});
  std::ranges::sort(entries_, {}, &Entry::number);
  if (form_ == FileForm::Packed) write_stream(next);
  else write_table();
  fmt::format_to(std::back_inserter(out_), "startxref\n{}\n%%EOF\n", place);
  return std::move(out_);
}

std::string PdfFile::trailer_entries() const {
  const std::string id = to_hex(hash128(out_));
  return fmt::format("/Size {} /Root {} /Info {} /ID [<{}> <{}>]", entries_.back().number + 1, pdf_reference(kCatalog),
                     pdf_reference(kInfo), id, id);
}

void PdfFile::write_table() {
  const std::string trailer = trailer_entries();
  fmt::format_to(std::back_inserter(out_), "xref\n0 {}\n0000000000 65535 f \n", entries_.size() + 1);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    assert(entries_[i].number == i + 1);
    fmt::format_to(std::back_inserter(out_), "{:010} 00000 n \n", entries_[i].at);
  }
  fmt::format_to(std::back_inserter(out_), "trailer\n<< {} >>\n", trailer);
}

void PdfFile::write_stream(ObjectNumber number) {
  std::string rows(kRow, '\0'), index;
  rows[kRow - 1] = rows[kRow - 2] = '\xFF';  // number 0, the head of the list of free ones
  ObjectNumber first = 0, behind = 1;        // of a run of numbers that are there
  for (const Entry& entry : entries_) {
    assert(entry.number >= behind);
    if (entry.number != behind) {
      fmt::format_to(std::back_inserter(index), "{} {} ", first, behind - first);
      first = entry.number;
    }
    behind = entry.number + 1;
    rows += entry.pack == 0 ? '\1' : '\2';
    append_big_endian(rows, entry.pack == 0 ? entry.at : entry.pack, kOffsetBytes);
    append_big_endian(rows, entry.pack == 0 ? 0 : entry.at, kIndexBytes);
  }
  fmt::format_to(std::back_inserter(index), "{} {}", first, behind - first);
  const std::string data = deflated(less_the_row_above(rows));
  const std::string entries =
      fmt::format("/Type /XRef {} /W [1 {} {}] /Index [{}] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {} >>",
                  trailer_entries(), kOffsetBytes, kIndexBytes, index, kRow);
  fmt::format_to(std::back_inserter(out_), "{} 0 obj\n{}\nendobj\n", number, pdf_stream_as_is(entries, data));
}

}  // namespace nbpublish
