#include "layout/page/conventions.h"

#include "document/ids.h"

namespace nbpublish {
namespace {

Inline words(std::string text) { return {{}, Text{std::move(text)}}; }
Inline code(std::string text) { return {{}, Code{std::move(text)}}; }
Inline slanted(std::string text) { return {{}, Emphasis{{words(std::move(text))}}}; }

Block paragraph(Inlines inlines) { return {0, {}, Paragraph{std::move(inlines)}}; }
Block alert(AlertKind kind, std::string text) { return {0, {}, Alert{kind, {paragraph({words(std::move(text))})}}}; }
Block heading(std::string text, std::string anchor) { return {0, {}, Heading{2, {words(std::move(text))}, std::move(anchor)}}; }

Block listing(std::string language, std::string title, std::string text) {
  CodeBlock block;
  block.info.language = std::move(language);
  block.info.title = std::move(title);
  block.text = std::move(text);
  return {0, {}, std::move(block)};
}

constexpr std::string_view kSample =
    "import { createServer } from 'node:http';\n"
    "// Keywords are bold, comments slanted; a hook marks what goes on.\n"
    "createServer((request, response) => response.end(`hello, ${request.headers.host}`)).listen(8080);";

constexpr std::string_view kConsole =
    "$ node server.js\n"
    "listening on 8080";

}  // namespace

Document conventions_document() {
  Document document;
  document.chapter = "conventions";
  document.front.title = "How This Book Is Set";
  document.title = {words(document.front.title)};
  document.blocks = {
      paragraph(
          {words("Names of the language and of its modules stand in "), code("this face"), words(". New terms are "), slanted("slanted"),
           words(" where they first appear. A number such as 4.2 is the second part of Chapter 4; the numbers run through all volumes.")}),
      heading("Code", "code"),
      paragraph({words("A listing begins with the name of its file where it has one:")}),
      listing("js", "server.js", std::string(kSample)),
      paragraph({words("What is typed at a prompt is bold, what the program answers is not:")}),
      listing("console", "", std::string(kConsole)),
      heading("Remarks", "remarks"),
      alert(AlertKind::Note, "Something worth knowing that the argument does not need."),
      alert(AlertKind::Tip, "A way to do it better, or sooner."),
      alert(AlertKind::Important, "What must be understood before reading on."),
      alert(AlertKind::Warning, "A mistake that costs time or performance."),
      alert(AlertKind::Caution, "A mistake that loses data or opens a hole."),
  };
  assign_ids(document);
  return document;
}

}  // namespace nbpublish
