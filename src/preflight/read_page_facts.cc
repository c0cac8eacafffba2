#include <fmt/format.h>

#include <map>

#include "preflight/page_interpreter.h"
#include "preflight/read_facts.h"

namespace nbpublish {
namespace {

// "2 Link", "1 Widget". Popups and what a printer never sees count too: outlets refuse all of them.
FactWords annotations_of(QPDFObjectHandle page) {
  QPDFObjectHandle list = page.getKey("/Annots");
  std::map<std::string, int> counts;
  const int count = list.isArray() ? list.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle annotation = list.getArrayItem(i);
    if (!annotation.isDictionary()) continue;
    QPDFObjectHandle kind = annotation.getKey("/Subtype");
    ++counts[kind.isName() ? kind.getName().substr(1) : "without a kind"];
  }
  FactWords words;
  for (const auto& [kind, number] : counts) add_word(words, fmt::format("{} {}", number, kind));
  return words;
}

}  // namespace

void read_page_facts(QPDF& file, DocumentFacts& into) {
  Budget budget;
  InterpreterCache cache(into, budget);
  for (const PageSource& source : read_pages(file)) {
    PdfPageFacts facts;
    facts.number = static_cast<int>(into.pages.size()) + 1;
    facts.media = source.media, facts.crop = source.crop, facts.bleed = source.bleed, facts.trim = source.trim;
    facts.annotations = annotations_of(source.page);
    try {
      PageInterpreter(cache, facts).interpret_page(source);
    } catch (const LimitPassed& e) {
      throw LimitPassed(fmt::format("page {}: {}", facts.number, e.what()));
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& e) {
      throw std::runtime_error(fmt::format("page {}: {}", facts.number, e.what()));
    }
    into.pages.push_back(std::move(facts));
  }
}

}  // namespace nbpublish
