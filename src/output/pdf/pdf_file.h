// PdfFile: a file written from its header to its cross-references (ISO 32000-1, 7.5).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "output/pdf/object_packer.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

// Whether objects that are no streams are packed, and the cross-references a stream: since PDF 1.5.
enum class FileForm : std::uint8_t { Plain, Packed };

// Numbers may come in any order. A packed file may leave some out, among them those that sealed parts do not use; in a plain one all up to
// the largest must be there.
class PdfFile {
 public:
  PdfFile(std::string_view version, FileForm form, std::size_t expected_size);

  void add(ObjectNumber number, std::string_view value);
  // See pdf_stream().
  void add_stream(ObjectNumber number, std::string_view stream) { write(number, stream); }
  // Objects that are packed already, by the number of their stream.
  void add_pack(ObjectNumber number, const SealedPack& pack);

  // Packed objects may take numbers from `next` on. The identifier is made of all that was written. An Input error if the file
  // is larger than cross-references can say.
  Result<std::string> finish(ObjectNumber next);

 private:
  // Where an object stands: in the file, or in which place of which pack.
  struct Entry {
    ObjectNumber number = 0, pack = 0;  // 0: by itself
    std::size_t at = 0;
  };
  FileForm form_;
  std::string out_;
  ObjectPacker packer_;
  std::vector<Entry> entries_;

  void write(ObjectNumber number, std::string_view body);
  std::string trailer_entries() const;
  void write_table();
  void write_stream(ObjectNumber number);
};

}  // namespace nbpublish
