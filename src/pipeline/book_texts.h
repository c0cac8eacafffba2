// BookTexts: the texts of a run, each as far as it can be understood without the others.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "book/book.h"
#include "pipeline/load_options.h"
#include "pipeline/read_text.h"
#include "pipeline/source_gatherer.h"

namespace nbpublish {

struct BookTexts {
  std::map<std::string, ReadText> by_key;
  std::set<std::string> unread;  // keys of those that could not be read: their documents are empty
  DiagramPictures diagrams;
};

// Their words from the store or through pandoc, which is started as seldom as possible; their diagrams stored, drawn or missing.
Result<BookTexts> read_texts(GatheredSources gathered, const Loading& loading, DiagnosticSink& diagnostics);

// The same of the volumes' chapters, each once though an omnibus has it, too, and of the matter.
Result<BookTexts> read_texts_of(const std::vector<const Volume*>& volumes, const Loading& loading, DiagnosticSink& diagnostics);

// Whether one of the texts means a label that none of them has.
bool wants_other_labels(const BookTexts& texts);
// Adds those of the book's volumes that are none of `volumes`, for their labels. What is wrong in them is told when they are made.
Status add_other_volumes(BookTexts& texts, const std::vector<const Volume*>& volumes, const Loading& loading);

// `texts` are those of the whole book.
void report_unused_components(const Book& book, const BookTexts& texts, DiagnosticSink& diagnostics);

}  // namespace nbpublish
