#include "preflight/page_interpreter.h"

#include "preflight/streams.h"

namespace nbpublish {

const std::map<std::string_view, PageInterpreter::Handler>& PageInterpreter::handlers() {
  using I = PageInterpreter;
  using S = GraphicsState;
  static const std::map<std::string_view, Handler> kHandlers{
      {"q", &I::save},
      {"Q", &I::restore},
      {"cm", &I::concatenate},
      {"w", &I::set_line_width},
      {"gs", &I::set_parameters},
      {"g", &I::set_device_colour<&S::fill, ColourFamily::Gray>},
      {"G", &I::set_device_colour<&S::stroke, ColourFamily::Gray>},
      {"rg", &I::set_device_colour<&S::fill, ColourFamily::Rgb>},
      {"RG", &I::set_device_colour<&S::stroke, ColourFamily::Rgb>},
      {"k", &I::set_device_colour<&S::fill, ColourFamily::Cmyk>},
      {"K", &I::set_device_colour<&S::stroke, ColourFamily::Cmyk>},
      {"cs", &I::set_space<&S::fill>},
      {"CS", &I::set_space<&S::stroke>},
      {"sc", &I::set_colour<&S::fill>},
      {"scn", &I::set_colour<&S::fill>},
      {"SC", &I::set_colour<&S::stroke>},
      {"SCN", &I::set_colour<&S::stroke>},
      {"m", &I::move_or_line},
      {"l", &I::move_or_line},
      {"c", &I::curve},
      {"v", &I::short_curve},
      {"y", &I::short_curve},
      {"re", &I::rectangle},
      {"W", &I::clip},
      {"W*", &I::clip},
      {"n", &I::end_path},
      {"f", &I::fill},
      {"F", &I::fill},
      {"f*", &I::fill},
      {"S", &I::stroke},
      {"s", &I::stroke},
      {"B", &I::fill_and_stroke},
      {"B*", &I::fill_and_stroke},
      {"b", &I::fill_and_stroke},
      {"b*", &I::fill_and_stroke},
      {"BT", &I::begin_text},
      {"Tc", &I::set_char_space},
      {"Tw", &I::set_word_space},
      {"Tz", &I::set_stretch},
      {"TL", &I::set_leading},
      {"Tf", &I::set_font},
      {"Tr", &I::set_mode},
      {"Ts", &I::set_rise},
      {"Td", &I::move_text},
      {"TD", &I::move_text_with_leading},
      {"Tm", &I::set_text_matrix},
      {"T*", &I::next_line},
      {"Tj", &I::show},
      {"TJ", &I::show},
      {"'", &I::show_on_next_line},
      {"\"", &I::show_with_spaces},
      {"Do", &I::draw_object},
      {"BI", &I::inline_image},
      {"sh", &I::paint_shading},
  };
  return kHandlers;
}

void PageInterpreter::interpret_page(const PageSource& source) {
  resources_ = source.resources;
  state_.ctm = base_ = source.to_points;
  state_.clip = source.media;
  QPDFObjectHandle page = source.page, group = page.getKey("/Group");
  if (group.isDictionary() && group.getKey("/S").isNameAndEquals("/Transparency")) add_word(record_.facts().groups, "the page");
  // Several streams are one, parted by white space (7.8.2).
  QPDFObjectHandle contents = page.getKey("/Contents");
  std::string content;
  const auto append = [&](QPDFObjectHandle stream) {
    if (!stream.isStream()) return;
    append_decoded(stream, kMostContentBytes - std::min(content.size(), kMostContentBytes), content);
    content += '\n';
  };
  const int count = contents.isArray() ? contents.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i) append(contents.getArrayItem(i));
  append(contents);
  run_content(content);
}

void PageInterpreter::run_content(const std::string& content) {
  read_content(content, cache_.budget, [&](std::string_view name, const Operands& operands) {
    const auto handler = handlers().find(name);
    if (handler != handlers().end()) (this->*handler->second)(operands);
  });
}

double PageInterpreter::number(const Operands& o, std::size_t i) {
  return i < o.size() && o[i].kind == Operand::Kind::Number ? o[i].number : 0;
}

std::string PageInterpreter::last_name(const Operands& o) {
  return !o.empty() && o.back().kind == Operand::Kind::Name ? o.back().text : "";
}

QPDFObjectHandle PageInterpreter::resource(const char* category, const std::string& name) {
  if (name.empty() || !resources_.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle entries = resources_.getKey(category);
  return entries.isDictionary() ? entries.getKey(name) : QPDFObjectHandle::newNull();
}

void PageInterpreter::cover(const PageBox& box, bool is_text, std::string_view what) {
  if (is_measured_) record_.cover(box.inside(state_.clip), is_text, what);
}

}  // namespace nbpublish
