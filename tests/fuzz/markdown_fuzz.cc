// Markdown, from the bytes of a file to the document: the passes before pandoc and those after it.
#include "fuzz/chapter_reading.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nbpublish::fuzz::read_chapter_twice(nbpublish::fuzz::text_of(data, size), "a.md");
  return 0;
}
