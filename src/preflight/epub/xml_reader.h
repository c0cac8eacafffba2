// XML read as a stream of events, by expat: no tree is built, nothing outside of the file is read, no entity
// is expanded.
#pragma once

#include <string>
#include <string_view>

#include "preflight/rules/finding.h"

namespace nbpublish {

inline constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml", kSvg = "http://www.w3.org/2000/svg",
                                  kXlink = "http://www.w3.org/1999/xlink", kOps = "http://www.idpf.org/2007/ops",
                                  kOpf = "http://www.idpf.org/2007/opf", kDublinCore = "http://purl.org/dc/elements/1.1/",
                                  kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

// A start tag. Valid during the call.
class XmlElement {
 public:
  XmlElement(const char* name, const char** attributes, Spot at);

  std::string_view space, name;  // the namespace's address, empty for none; the local name
  Spot spot;

  bool is(std::string_view in_space, std::string_view of_name) const { return space == in_space && name == of_name; }
  // Its value; empty if it is not there.
  std::string_view attribute(std::string_view of_name, std::string_view in_space = {}) const;
  bool has(std::string_view of_name) const;
  // Calls `visit(name, value)` for attributes without a namespace.
  template <class Visit>
  void each_attribute(Visit visit) const {
    for (const char** at = attributes_; at[0] != nullptr; at += 2) visit(std::string_view(at[0]), std::string_view(at[1]));
  }

 private:
  const char** attributes_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  virtual void end(std::string_view space, std::string_view name) = 0;
  virtual void text(std::string_view) {}
};

struct XmlOutcome {
  std::string fault;   // why the file cannot be read as XML; empty if it can
  std::string entity;  // an entity that the file declares, or uses without declaring it; reading stops at a
                       // declaration
  Spot spot;           // of the fault, or of the entity
};

// What `handler` throws comes out. Time is linear in `bytes`, memory in the longest tag and the depth, at
// most kMostXmlDepth.
XmlOutcome read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace nbpublish
