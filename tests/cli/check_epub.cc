// Whether all that an EPUB refers to is in it: every href and src of its XHTML, package, NCX and CSS leads to a file, and every fragment
// to an id. With the text of the print PDF (pdftotext, pages parted by form feeds) whether each entry of its page list stands before the
// first word of that page; with that of any PDF of the book whether its text runs in the order of the chapters'. Prints what does not.
// usage: check_epub FILE.epub [--pages PRINT.txt] [--order BOOK.txt]
#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "support/epub_archive.h"

namespace {

using nbpublish::testing::ArchivedFile;

std::string contents_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string decoded(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (url[i] == '%' && i + 2 < url.size()) {
      out += static_cast<char>(std::stoi(std::string(url.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += url[i];
    }
  }
  return out;
}

// "EPUB/text/a.xhtml" + "../style/b.css" = "EPUB/style/b.css".
std::string resolved(const std::string& base, const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream in(base.substr(0, base.rfind('/') + 1) + path);
  for (std::string part; std::getline(in, part, '/');)
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty()) parts.push_back(part);
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

// The letters of a text, in lower case: what layout makes of white space, marks, figures and hyphens is not compared.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::isalpha(static_cast<unsigned char>(c))) out += static_cast<char>(std::tolower(c));
  return out;
}

class Book {
 public:
  explicit Book(const char* path) : files_(nbpublish::testing::read_archive(contents_of(path))) {
    for (const ArchivedFile& file : files_) {
      ids_[file.path];
      if (!is_xml(file.path)) continue;
      pugi::xml_document& xml = xml_[file.path];
      check(static_cast<bool>(xml.load_buffer(file.bytes.data(), file.bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata)),
            file.path + " is not well-formed");
      for (const pugi::xpath_node& node : xml.select_nodes("//*[@id]")) ids_[file.path].insert(node.node().attribute("id").value());
    }
  }

  void check_references() {
    for (const auto& [path, xml] : xml_)
      for (const char* name : {"href", "src", "full-path", "xlink:href"})
        for (const pugi::xpath_node& node : xml.select_nodes(("//*[@*[name()='" + std::string(name) + "']]").c_str())) {
          const std::string base = std::string_view(name) == "full-path" ? "" : path;
          check_reference(base, node.node().attribute(name).value());
        }
    for (const ArchivedFile& file : files_)
      if (file.path.ends_with(".css"))
        for (std::size_t at = file.bytes.find("url("); at != std::string::npos; at = file.bytes.find("url(", at + 1)) {
          std::string url = file.bytes.substr(at + 4, file.bytes.find(')', at) - at - 4);
          std::erase_if(url, [](char c) { return c == '"' || c == '\''; });
          check_reference(file.path, url);
        }
    check(references_ > 0, "no reference at all");
    std::cout << references_ << " references\n";
  }

  void check_pages(const std::string& print) {
    std::vector<std::string> pages;
    std::istringstream in(print);
    for (std::string page; std::getline(in, page, '\f');) pages.push_back(letters_of(page));
    const std::vector<std::pair<int, std::string>> entries = numbered_entries();
    const int front = best_front(entries, pages);
    std::size_t exact = 0;
    for (const auto& [number, text] : entries) {
      const std::string& page = pages.at(static_cast<std::size_t>(front + number - 1));
      exact += is_at_start(text, page) ? 1 : 0;
      check(page.find(text.substr(0, kFirstWord)) != std::string::npos, "page " + std::to_string(number) + " has no '" + text + "'");
    }
    // Tables turned or continued, and figures over the text, are taken out of a PDF in another order.
    check(!entries.empty() && exact * 100 >= entries.size() * kExactPercent, "too few pages begin as their marks say");
    std::cout << entries.size() << " pages, " << exact << " begin with the words behind their mark\n";
  }

  // Paragraphs, headings and listings, found one behind the other. Cells, captions and notes may stand elsewhere.
  void check_order(const std::string& book) {
    const std::string text = letters_of(book);
    std::size_t at = 0, found = 0, lost = 0;
    for (const std::string& start : chapter_texts()) {
      const std::size_t next = text.find(start, at);
      // The first may be far behind title pages and contents.
      if (next == std::string::npos || (found > 0 && next > at + kNear)) {
        if (++lost < 4) std::cout << "not behind what stands before it: '" << start << "'\n";
        continue;
      }
      ++found;
      at = next + 1;
    }
    check(found > 0 && lost * 100 <= found * kLostPercent, "the text runs in another order");
    std::cout << found << " texts in their order, " << lost << " not found\n";
  }

  bool good() const { return good_; }

 private:
  static constexpr std::size_t kFirstWord = 4, kFirstWords = 16, kHeads = 120;  // letters
  static constexpr std::size_t kExactPercent = 80;
  static constexpr std::size_t kNear = 9000;      // letters: some pages
  static constexpr std::size_t kLostPercent = 2;  // drawings of letters, which pdftotext takes apart

  static bool is_xml(const std::string& path) {
    return path.ends_with(".xhtml") || path.ends_with(".opf") || path.ends_with(".ncx") || path.ends_with(".xml") || path.ends_with(".svg");
  }

  void check(bool holds, const std::string& complaint) {
    if (holds) return;
    good_ = false;
    std::cout << complaint << '\n';
  }

  void check_reference(const std::string& base, const std::string& href) {
    if (href.find(':') < href.find_first_of("/#?")) return;  // on the web
    ++references_;
    const std::size_t hash = std::min(href.find('#'), href.size());
    const std::string path = hash == 0 ? base : resolved(base, decoded(href.substr(0, hash)));
    const auto file = ids_.find(path);
    check(file != ids_.end(), base + ": no file " + href);
    if (file != ids_.end() && hash < href.size()) check(file->second.contains(decoded(href.substr(hash + 1))), base + ": no id " + href);
  }

  // The first letters of each text of the chapters that is long enough to be told from others, in the order of the spine.
  std::vector<std::string> chapter_texts() const {
    std::vector<std::string> texts;
    const auto package = std::ranges::find_if(xml_, [](const auto& file) { return file.first.ends_with(".opf"); });
    for (const pugi::xpath_node& ref : package->second.select_nodes("//*[local-name()='itemref']")) {
      const std::string id = ref.node().attribute("idref").value();
      const pugi::xml_node item = package->second.select_node(("//*[local-name()='item'][@id='" + id + "']").c_str()).node();
      const pugi::xml_document& page = xml_.at(resolved(package->first, item.attribute("href").value()));
      for (const pugi::xpath_node& node :
           page.select_nodes("//*[@role='doc-chapter']//*[self::p or self::h2 or self::h3 or self::h4 or self::pre]"
                             "[not(ancestor::table or ancestor::figcaption or ancestor::aside[@role='doc-footnote'])]")) {
        std::string text;
        bool seen = true;
        collect(node.node(), "", seen, text);
        text.erase(std::min(text.find(' '), text.size()));
        if (text.size() >= kFirstWords) texts.push_back(text.substr(0, kFirstWords));
      }
    }
    return texts;
  }

  // Arabic folios, and the first letters of the text behind their marks.
  std::vector<std::pair<int, std::string>> numbered_entries() {
    std::vector<std::pair<int, std::string>> entries;
    for (const auto& [path, xml] : xml_)
      for (const pugi::xpath_node& link :
           xml.select_nodes("//*[local-name()='nav'][@*[name()='epub:type']='page-list']//*[local-name()='a']")) {
        const std::string label = link.node().text().get(), href = link.node().attribute("href").value();
        if (label.empty() || !std::isdigit(static_cast<unsigned char>(label[0]))) continue;
        const std::string target = resolved(path, href.substr(0, href.find('#')));
        const std::string id = href.substr(href.find('#') + 1);
        std::string text;
        bool seen = false;
        collect(xml_.at(target).document_element(), id, seen, text);
        if (text.size() >= kFirstWord) entries.emplace_back(std::stoi(label), text.substr(0, kFirstWords));
      }
    return entries;
  }

  // Letters from the mark to the next one, without marks of notes.
  static void collect(const pugi::xml_node& node, const std::string& id, bool& seen, std::string& text) {
    for (const pugi::xml_node& child : node.children()) {
      if (text.size() >= kFirstWords) return;
      if (child.type() == pugi::node_pcdata && seen) text += letters_of(child.value());
      if (std::string_view(child.attribute("role").value()) == "doc-pagebreak") {
        if (seen) {
          text.resize(std::max(text.size(), kFirstWords), ' ');
          return;
        }
        seen = id == child.attribute("id").value();
      } else if (std::string_view(child.attribute("class").value()) != "mark") {
        collect(child, id, seen, text);
      }
    }
  }

  static bool is_at_start(std::string text, const std::string& page) {
    text.erase(std::min(text.find(' '), text.size()));
    return page.find(text) <= kHeads;
  }

  // How many pages stand before the one whose folio is 1: the number that fits best.
  static int best_front(const std::vector<std::pair<int, std::string>>& entries, const std::vector<std::string>& pages) {
    int best = 0;
    std::size_t most = 0;
    for (int front = 0; front < 60; ++front) {
      std::size_t fitting = 0;
      for (const auto& [number, text] : entries) {
        const auto at = static_cast<std::size_t>(front + number - 1);
        fitting += at < pages.size() && is_at_start(text, pages[at]) ? 1 : 0;
      }
      if (fitting > most) most = fitting, best = front;
    }
    return best;
  }

  std::vector<ArchivedFile> files_;
  std::map<std::string, pugi::xml_document> xml_;
  std::map<std::string, std::set<std::string>> ids_;
  std::size_t references_ = 0;
  bool good_ = true;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  Book book(argv[1]);
  book.check_references();
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string_view option = argv[i];
    if (option == "--pages") book.check_pages(contents_of(argv[i + 1]));
    if (option == "--order") book.check_order(contents_of(argv[i + 1]));
  }
  return book.good() ? 0 : 1;
}
