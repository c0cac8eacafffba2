// Values as bytes, between a process and its child. A reader trusts nothing that it is given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "figure/picture_maker.h"
#include "figure/svg_fonts.h"

namespace nbpublish {

class WireWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view text);
  void length(Length value) { number(static_cast<std::uint64_t>(value.units())); }
  void size(Size value);
  void picture(const Picture& picture);
  void theme(const Theme& theme);
  void colours(const PictureColours& colours);
  void error(const Error& error);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Beyond the end, and where it makes no sense, everything is empty and is_sound() false.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::string text();
  Length length();
  Size size();
  Picture picture();
  Theme theme();
  PictureColours colours();
  Error error();
  bool is_sound() const { return sound_; }

 private:
  std::string_view take(std::size_t size);
  std::string_view rest_;
  bool sound_ = true;
};

// See note [looks alike] in worker.cc.
bool looks_differ(const Picture& picture);

// What a worker is asked for, the first number of a request; see worker.cc for what follows it.
enum class WorkOrder : std::uint8_t { Fonts, Read, Recolour, Ebook, Pixels };

}  // namespace nbpublish
