#include "unit/preflight_epub/made_epub.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

namespace nbpublish::testing {
namespace {

constexpr const char* kContainer =
    R"(<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>)";

constexpr const char* kPackageText =
    R"(<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:978-3-16-148410-0</dc:identifier>
<dc:title>A Book</dc:title>
<dc:language>en-GB</dc:language>
<meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Plain.</meta>
<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
<meta property="a11y:certifiedBy">A Publisher</meta>
<meta name="cover" content="cover"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="font" href="font.otf" media-type="font/otf"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="cover-page" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine toc="ncx"><itemref idref="cover-page"/><itemref idref="nav"/><itemref idref="chapter"/></spine>
</package>
)";

constexpr const char* kNavText =
    R"(<?xml version="1.0"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head><body>
<nav epub:type="toc"><ol><li><a href="chapter.xhtml">One</a></li></ol></nav>
<nav epub:type="page-list"><ol><li><a href="chapter.xhtml#page-1">1</a></li></ol></nav>
<nav epub:type="landmarks"><ol><li><a epub:type="bodymatter" href="chapter.xhtml">Text</a></li></ol></nav>
</body></html>)";

constexpr const char* kNcxText =
    R"(<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="urn:isbn:978-3-16-148410-0"/></head><docTitle><text>A Book</text></docTitle>
<navMap><navPoint id="p1"><navLabel><text>One</text></navLabel><content src="chapter.xhtml"/></navPoint></navMap></ncx>)";

std::string page(const std::string& title, const std::string& body) {
  return "<?xml version=\"1.0\"?><!DOCTYPE html>\n<html "
         "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" +
         title + "</title><link rel=\"stylesheet\" href=\"style.css\"/></head>\n<body>" + body + "</body></html>\n";
}

std::string shown(const Finding& finding) {
  std::string out = finding.place.entry;
  if (finding.place.spot.line > 0) out += fmt::format(":{}", finding.place.spot.line);
  out += (out.empty() ? "" : ": ") + finding.measured;
  return finding.limit.empty() ? out : fmt::format("{} ({})", out, finding.limit);
}

std::string big(std::uint64_t number, unsigned count) {
  std::string out = little(number, count);
  std::ranges::reverse(out);
  return out;
}

}  // namespace

MadeEpub::MadeEpub() {
  zip.entries = {{"mimetype", "application/epub+zip"},
                 {"META-INF/container.xml", kContainer, true},
                 {kPackage, kPackageText, true},
                 {kNav, kNavText, true},
                 {kNcx, kNcxText, true},
                 {kStyle, "@font-face { font-family: F; src: url(font.otf); }\nbody { margin: 0 }\n", true},
                 {"EPUB/font.otf", "OTTO and more"},
                 {kCover, made_jpeg(1600, 2560)},
                 {kCoverPage, page("Cover", "<img src=\"cover.jpg\" alt=\"The cover\"/>"), true},
                 {kChapter, page("One", "<h1 id=\"page-1\">One</h1>\n<p>Words.</p>\n"), true}};
}

std::string& MadeEpub::operator[](const std::string& file) {
  const auto entry = std::ranges::find(zip.entries, file, &MadeEntry::name);
  REQUIRE(entry != zip.entries.end());
  return entry->bytes;
}

MadeEpub& MadeEpub::replace(const std::string& file, const std::string& from, const std::string& to) {
  std::string& bytes = (*this)[file];
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
  return *this;
}

MadeEpub& MadeEpub::add(const std::string& name, const std::string& bytes, const std::string& media_type, const std::string& keys) {
  zip.entries.push_back({"EPUB/" + name, bytes});
  return replace(kPackage, "</manifest>",
                 fmt::format("<item id=\"item-{}\" href=\"{}\" media-type=\"{}\" {}/>\n</manifest>", name, name, media_type, keys));
}

MadeEpub& MadeEpub::remove(const std::string& file) {
  std::erase_if(zip.entries, [&](const MadeEntry& entry) { return entry.name == file; });
  return *this;
}

MadeEpub& MadeEpub::chapter(const std::string& body) { return replace(kChapter, "</body>", body + "</body>"); }

MadeEpub& MadeEpub::style(const std::string& css) {
  (*this)[kStyle] += css;
  return *this;
}

MadeEpub& MadeEpub::metadata(const std::string& element) { return replace(kPackage, "</metadata>", element + "</metadata>"); }

std::string made_jpeg(unsigned width, unsigned height, unsigned colours) {
  return "\xFF\xD8\xFF\xE0" + big(4, 2) + "JF\xFF\xC0" + big(8 + 3 * colours, 2) + "\x08" + big(height, 2) + big(width, 2) +
         big(colours, 1) + std::string(3 * colours, '\1') + "\xFF\xD9";
}

std::string png_chunk(const std::string& name, const std::string& bytes) { return big(bytes.size(), 4) + name + bytes + big(0, 4); }

std::string made_png(unsigned width, unsigned height, unsigned colour_type, const std::string& chunks) {
  return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", big(width, 4) + big(height, 4) + "\x08" + big(colour_type, 1) + std::string(3, '\0')) +
         chunks + png_chunk("IDAT", "") + png_chunk("IEND", "");
}

std::string made_gif(unsigned frames) {
  std::string out = "GIF89a" + little(8, 2) + little(8, 2) + std::string(3, '\0');
  for (unsigned i = 0; i < frames; ++i)
    out += "," + std::string(8, '\0') + std::string(1, '\0') + "\x02" + "\x01" + "x" + std::string(1, '\0');
  return out + ";";
}

OutletRules all_epub_rules() {
  OutletRules rules(epub_rules());
  rules.name = "all";
  for (std::optional<OutletRule>& rule : rules.rules) rule = OutletRule{Severity::Error, {}, "a test", "2026-11-26"};
  const auto limit = [&](EpubRule rule, double value) { rules.rules[RuleNumber(rule).row]->limit = {{.value = value}}; };
  limit(EpubRule::FileSize, 2);
  limit(EpubRule::FileCount, 12);
  limit(EpubRule::EpubVersion, 3);
  limit(EpubRule::NavDepth, 3);
  limit(EpubRule::NcxDepth, 2);
  limit(EpubRule::CoverShortSide, 640);
  limit(EpubRule::CoverLongSide, 2500);
  limit(EpubRule::CoverMost, 7200);
  limit(EpubRule::CoverRatio, 1.6);
  limit(EpubRule::ContentSize, 1);
  limit(EpubRule::TableColumns, 4);
  limit(EpubRule::ImagePixels, 5.6);
  limit(EpubRule::ImagePixelsAdvised, 4.2);
  limit(EpubRule::ImageSize, 1);
  limit(EpubRule::SvgSide, 3200);
  return rules;
}

std::vector<Finding> findings_of(const MadeEpub& epub) {
  const auto report = preflight_epub(epub.bytes(), "made.epub", all_epub_rules());
  if (!report) FAIL(report.error().message);
  return report->findings;
}

std::string found(const MadeEpub& epub, EpubRule rule) {
  std::string out;
  for (const Finding& finding : findings_of(epub))
    if (finding.rule == rule) out += (out.empty() ? "" : "\n") + shown(finding);
  return out;
}

std::string only(const MadeEpub& epub, EpubRule rule) {
  for (const Finding& finding : findings_of(epub))
    if (finding.rule != rule) FAIL_CHECK("also " << epub_rules()[finding.rule.row].word << ": " << shown(finding));
  return found(epub, rule);
}

std::string refusal(const std::string& bytes) {
  const auto report = preflight_epub(bytes, "made.epub", all_epub_rules());
  if (report) return "no error";
  CHECK(report.error().kind == ErrorKind::Input);
  REQUIRE(report.error().message.starts_with("made.epub: "));
  return report.error().message.substr(std::string("made.epub: ").size());
}

}  // namespace nbpublish::testing
