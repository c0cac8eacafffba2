#include "preflight/epub/xml_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <memory>
#include <new>

#include "preflight/epub/epub_limits.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

constexpr char kSeparator = '\n';  // between a namespace and a local name; can stand in neither

void split_name(std::string_view joined, std::string_view& space, std::string_view& name) {
  const std::size_t at = joined.rfind(kSeparator);
  space = at == std::string_view::npos ? std::string_view() : joined.substr(0, at);
  name = at == std::string_view::npos ? joined : joined.substr(at + 1);
}

// expat is C: an exception waits in `thrown` until the parser has returned.
struct XmlReading {
  XML_Parser parser;
  XmlHandler& handler;
  XmlOutcome outcome{};
  std::size_t depth = 0;
  std::exception_ptr thrown{};

  Spot spot() const {
    return {static_cast<int>(XML_GetCurrentLineNumber(parser)), static_cast<int>(XML_GetCurrentColumnNumber(parser)) + 1};
  }
  void stop() { XML_StopParser(parser, XML_FALSE); }
  template <class Call>
  void guarded(Call call) {
    if (thrown || !outcome.fault.empty()) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  XmlReading& reading = *static_cast<XmlReading*>(data);
  reading.guarded([&] {
    if (++reading.depth > kMostXmlDepth) {
      reading.outcome.fault = fmt::format("elements are nested more than {} deep", kMostXmlDepth);
      reading.outcome.spot = reading.spot();
      return reading.stop();
    }
    reading.handler.start(XmlElement(name, attributes, reading.spot()));
  });
}

void on_end(void* data, const XML_Char* joined) {
  XmlReading& reading = *static_cast<XmlReading*>(data);
  reading.guarded([&] {
    --reading.depth;
    std::string_view space, name;
    split_name(joined, space, name);
    reading.handler.end(space, name);
  });
}

void on_text(void* data, const XML_Char* text, int size) {
  XmlReading& reading = *static_cast<XmlReading*>(data);
  reading.guarded([&] { reading.handler.text({text, static_cast<std::size_t>(size)}); });
}

void note_entity(XmlReading& reading, const XML_Char* name) {
  reading.guarded([&] {
    if (!reading.outcome.entity.empty()) return;
    reading.outcome.entity = shown_word(name);
    reading.outcome.spot = reading.spot();
  });
}

void on_entity_declaration(void* data, const XML_Char* name, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*,
                           const XML_Char*) {
  XmlReading& reading = *static_cast<XmlReading*>(data);
  note_entity(reading, name);
  reading.stop();
}

// One of a DTD that is not read: &nbsp; of XHTML 1.1.
void on_skipped_entity(void* data, const XML_Char* name, int) { note_entity(*static_cast<XmlReading*>(data), name); }

}  // namespace

XmlElement::XmlElement(const char* joined, const char** attributes, Spot at) : spot(at), attributes_(attributes) {
  split_name(joined, space, name);
}

std::string_view XmlElement::attribute(std::string_view of_name, std::string_view in_space) const {
  for (const char** at = attributes_; at[0] != nullptr; at += 2) {
    std::string_view its_space, its_name;
    split_name(at[0], its_space, its_name);
    if (its_name == of_name && its_space == in_space) return at[1];
  }
  return {};
}

bool XmlElement::has(std::string_view of_name) const {
  for (const char** at = attributes_; at[0] != nullptr; at += 2)
    if (of_name == at[0]) return true;
  return false;
}

XmlOutcome read_xml(std::string_view bytes, XmlHandler& handler) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreateNS(nullptr, kSeparator), XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  XmlReading reading{parser.get(), handler};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity_declaration);
  XML_SetSkippedEntityHandler(parser.get(), on_skipped_entity);
  const XML_Status status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  const XML_Error error = XML_GetErrorCode(parser.get());
  if (status == XML_STATUS_ERROR && error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  if (status == XML_STATUS_ERROR && error != XML_ERROR_ABORTED) reading.outcome = {XML_ErrorString(error), {}, reading.spot()};
  return std::move(reading.outcome);
}

}  // namespace nbpublish
