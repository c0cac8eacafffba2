// FileName: the name of a source file, as small as a pointer, so that every span can say which file it lies in.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace nbpublish {

// Equal names are one pointer into a table of the process, which keeps them for good and may be asked from any thread. They are
// compared by their text, so that an order never depends on who came first.
class FileName {
 public:
  // No file is known.
  FileName() = default;
  // As the author knows it: relative to the book's folder, '/' separators. Empty is no file.
  explicit FileName(std::string_view text);

  bool is_known() const { return text_ != nullptr; }
  const std::string& text() const;  // empty if no file is known

  friend bool operator==(FileName a, FileName b) { return a.text_ == b.text_; }
  friend std::strong_ordering operator<=>(FileName a, FileName b) { return a == b ? std::strong_ordering::equal : a.text() <=> b.text(); }

 private:
  const std::string* text_ = nullptr;
};

}  // namespace nbpublish
