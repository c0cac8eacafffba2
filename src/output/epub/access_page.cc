// The page at the end of the book that says in plain words what a reader can expect. Its headings are those of the "Accessibility Metadata
// Display Guide for Digital Publications" (W3C), so that shops and book say the same under the same names.
#include <fmt/format.h>

#include "document/href.h"
#include "output/epub/access.h"
#include "output/epub/markup.h"
#include "output/epub/pages.h"
#include "output/epub/xhtml_page.h"

namespace nbpublish {
namespace {

class AccessPage {
 public:
  AccessPage(const Publication& publication, const AccessFacts& facts)
      : input_(publication.input),
        access_(publication.input.texts.book->accessibility),
        facts_(facts),
        page_("Accessibility", publication.input.texts.book->meta.language) {}

  std::string write() {
    body_ = add_element(page_.body(), "section", "accessibility");
    set_attribute(body_, "epub:type", "backmatter");
    add_text_element(body_, "h1", "Accessibility");
    line(accessibility_summary(input_, facts_));
    write_reading();
    write_conformance();
    write_navigation();
    write_content();
    write_end();
    return page_.bytes();
  }

 private:
  void write_reading() {
    heading("Ways of reading");
    line("Size, face, spacing and colors of the text are yours to choose; nothing is fixed to a page.");
    if (facts_.images == 0) return line("Everything can be read as speech or braille.");
    line(facts_.every_image_has_alt() ? "Everything can be read as speech or braille, since what pictures show is also told in words."
                                      : "The text can be read as speech or braille; not everything that pictures show is told in words.");
  }

  void write_conformance() {
    heading("Conformance");
    if (!claims_conformance(input_, facts_)) return line("No conformance with an accessibility standard is claimed for this book.");
    line("This book meets EPUB Accessibility 1.1 with WCAG 2.2 at level AA.");
    line("Checked by " + access_.certified_by + (access_.credential.empty() ? "." : ", " + access_.credential + "."));
    if (!access_.report.empty()) link("Report: ", access_.report, access_.report);
  }

  void write_navigation() {
    heading("Navigation");
    line("Contents lead to every chapter and its sections; headings and landmarks are marked.");
    if (facts_.has_index) line("The index leads to the places in the text.");
    if (facts_.has_pages()) line("The pages of the printed book are marked, and can be gone to by their numbers.");
    if (facts_.has_notes) line("Notes are linked with their marks in both directions.");
  }

  void write_content() {
    if (facts_.images == 0 && !facts_.has_listings && !facts_.has_tables) return;
    heading(facts_.images > 0 ? "Pictures, listings and tables" : "Listings and tables");
    if (facts_.images > 0 && facts_.every_image_has_alt()) line("Every picture has alternative text.");
    if (facts_.described > 0)
      line(fmt::format("{} a long description below, as text that can be opened.",
                       facts_.described == 1 ? "1 figure has" : fmt::format("{} figures have", facts_.described)));
    if (facts_.has_listings) line("Program listings are text. Their colors are also told by weight or slant, or can be done without.");
    if (facts_.has_tables) line("Tables are tables, with their header cells marked.");
  }

  void write_end() {
    heading("Hazards");
    line("None: nothing in this book flashes, moves or makes a sound.");
    if (const std::vector<std::string> limits = known_limits(facts_); !limits.empty()) {
      heading("Known limits");
      for (const std::string& limit : limits) line(limit);
    }
    if (access_.eaa_exception != EaaException::None) {
      heading("Legal considerations");
      line("The publisher claims an exception of the European Accessibility Act: " + exception() + ".");
    }
    if (access_.contact.empty()) return;
    heading("Contact");
    const bool is_mail = access_.contact.starts_with("mailto:");
    link("Questions, and what does not work for you: ", access_.contact, is_mail ? access_.contact.substr(7) : access_.contact);
  }

  std::string exception() const {
    switch (access_.eaa_exception) {
      case EaaException::None:
        return "";
      case EaaException::MicroEnterprise:
        return "micro-enterprise";
      case EaaException::DisproportionateBurden:
        return "disproportionate burden";
      case EaaException::FundamentalAlteration:
        return "fundamental alteration";
    }
    return "";
  }

  void heading(std::string_view text) { add_text_element(body_, "h2", text); }
  void line(std::string_view text) { add_text_element(body_, "p", text); }
  void link(std::string_view label, const std::string& url, std::string_view text) {
    pugi::xml_node paragraph = add_text_element(body_, "p", label);
    set_attribute(add_text_element(paragraph, "a", text), "href", encode_url(url));
  }

  const EpubInput& input_;
  const Accessibility& access_;
  const AccessFacts& facts_;
  XhtmlPage page_;
  pugi::xml_node body_;
};

}  // namespace

std::string accessibility_page(const Publication& publication, const AccessFacts& facts) { return AccessPage(publication, facts).write(); }

}  // namespace nbpublish
