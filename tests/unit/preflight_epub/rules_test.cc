// Each rule is broken once.
#include <catch2/catch.hpp>

#include "unit/preflight_epub/made_epub.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("a clean book breaks no rule") {
  for (const Finding& finding : findings_of(MadeEpub())) FAIL_CHECK(epub_rules()[finding.rule.row].word << ": " << finding.measured);
  const auto report = preflight_epub(MadeEpub().bytes(), "made.epub", all_epub_rules());
  REQUIRE(report);
  CHECK(report->is_clean());
  CHECK(preflight_text(*report) == "made.epub for all: 10 files, 0 errors and 0 warnings (rules broken)\n");
}

TEST_CASE("a rule that the store does not have is not checked") {
  MadeEpub epub;
  epub.chapter("<script>x</script><form/><img src='none.png'/>");
  const auto report = preflight_epub(epub.bytes(), "made.epub", OutletRules(epub_rules()));
  REQUIRE(report);
  CHECK(report->findings.empty());
}

TEST_CASE("EPUB: size and count of files") {
  MadeEpub large;
  large.add("data.bin", std::string(2'100'000, 'x'), "application/octet-stream");
  CHECK(only(large, EpubRule::FileSize) == "2.1 MB (at most 2 MB)");
  MadeEpub many;
  for (const char* name : {"a.css", "b.css", "c.css"}) many.add(name, "", "text/css");
  CHECK(only(many, EpubRule::FileCount) == "13 files (at most 12 files)");
}

TEST_CASE("EPUB: mimetype") {
  CHECK(only(MadeEpub().remove("mimetype"), EpubRule::Mimetype) == "there is no file mimetype");
  MadeEpub text;
  text["mimetype"] += "\n";
  CHECK(only(text, EpubRule::Mimetype) == "mimetype: it says 'application/epub+zip ', not 'application/epub+zip'");
  MadeEpub packed;
  packed.zip.entries[0].is_deflated = true;
  packed.zip.entries[0].local_extra = little(0xCAFE, 2) + little(0, 2);
  CHECK(only(packed, EpubRule::Mimetype) == "mimetype: it is compressed\nmimetype: its header has an extra field");
  MadeEpub later;
  std::swap(later.zip.entries[0], later.zip.entries[1]);
  CHECK(only(later, EpubRule::Mimetype) == "mimetype: it is not the first file of the archive");
}

TEST_CASE("EPUB: names of files") {
  CHECK(only(MadeEpub().add("a b.css", "", "text/css"), EpubRule::FileName) == "EPUB/a b.css: it has a space");
  CHECK(only(MadeEpub().add("ä.css", "", "text/css"), EpubRule::FileName) == "EPUB/ä.css: it has letters beyond ASCII");
  CHECK(only(MadeEpub().add("a&amp;b.css", "", "text/css").remove("EPUB/a&amp;b.css").add("x.css", "", "text/css"),
             EpubRule::ManifestMissing) == "EPUB/package.opf:25: 'a&b.css'");
  CHECK(only(MadeEpub().add("Style.css", "", "text/css"), EpubRule::FileName) ==
        "EPUB/Style.css: it differs from 'EPUB/style.css' by capitals alone");
}

TEST_CASE("EPUB: encryption, and fonts that are only obfuscated") {
  const auto encryption = [](const std::string& method, const std::string& file) {
    return "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" "
           "xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"><e:EncryptedData>"
           "<e:EncryptionMethod Algorithm=\"" +
           method + "\"/><e:CipherData><e:CipherReference URI=\"" + file + "\"/></e:CipherData></e:EncryptedData></encryption>";
  };
  MadeEpub font;
  font["EPUB/font.otf"] = "scrambled";
  font.zip.entries.push_back({"META-INF/encryption.xml", encryption("http://www.idpf.org/2008/embedding", "EPUB/font.otf")});
  CHECK(only(font, EpubRule::FontObfuscation) == "EPUB/font.otf: by the method of http://www.idpf.org/2008/embedding");
  MadeEpub locked;
  locked[kStyle] = "scrambled";
  locked.zip.entries.push_back({"META-INF/encryption.xml", encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "EPUB/style.css")});
  CHECK(only(locked, EpubRule::Encryption) == "EPUB/style.css: by 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'");
}

TEST_CASE("EPUB: version") {
  CHECK(found(MadeEpub().replace(kPackage, "version=\"3.0\"", "version=\"2.0\""), EpubRule::EpubVersion) ==
        "EPUB/package.opf: 2 (at least 3)");
}

TEST_CASE("EPUB: identifiers") {
  CHECK(only(MadeEpub().replace(kPackage, "unique-identifier=\"id\"", "unique-identifier=\"di\""), EpubRule::Identifier) ==
        "EPUB/package.opf: unique-identifier='di' names no dc:identifier with a value");
  const auto isbn = [](const std::string& element) { return only(MadeEpub().metadata(element), EpubRule::Isbn); };
  CHECK(isbn("<dc:identifier>urn:isbn:9783161484101</dc:identifier>") == "EPUB/package.opf:16: 'urn:isbn:9783161484101'");
  CHECK(isbn("<dc:identifier>urn:isbn:3-16-148410-X</dc:identifier>").empty());
  CHECK(isbn("<dc:identifier>9783161484101</dc:identifier>").empty());
  CHECK(isbn("<dc:identifier id=\"i\">12</dc:identifier><meta refines=\"#i\" "
             "property=\"identifier-type\">15</meta>") == "EPUB/package.opf:16: '12'");
  CHECK(isbn("<dc:identifier xmlns:opf=\"http://www.idpf.org/2007/opf\" "
             "opf:scheme=\"ISBN\">12</dc:identifier>") == "EPUB/package.opf:16: '12'");
}

TEST_CASE("EPUB: title, language, day of the last change") {
  CHECK(only(MadeEpub().replace(kPackage, "<dc:title>A Book</dc:title>", ""), EpubRule::Title) == "EPUB/package.opf: no dc:title");
  CHECK(only(MadeEpub().replace(kPackage, "A Book", " "), EpubRule::Title) == "EPUB/package.opf:5: dc:title is empty");
  CHECK(only(MadeEpub().replace(kPackage, "en-GB", "en_GB"), EpubRule::Language) == "EPUB/package.opf:6: 'en_GB'");
  CHECK(only(MadeEpub().replace(kPackage, "<dc:language>en-GB</dc:language>", ""), EpubRule::Language) ==
        "EPUB/package.opf: no dc:language");
  CHECK(only(MadeEpub().replace(kPackage, "03:04:05Z", "03:04:05"), EpubRule::Modified) == "EPUB/package.opf:7: '2026-01-02T03:04:05'");
  CHECK(only(MadeEpub().replace(kPackage, "dcterms:modified", "dcterms:created"), EpubRule::Modified) ==
        "EPUB/package.opf: dcterms:modified is there 0 times");
}

TEST_CASE("EPUB: fixed layout") {
  CHECK(only(MadeEpub().metadata("<meta property=\"rendition:layout\">pre-paginated</meta>"), EpubRule::FixedLayout) ==
        "EPUB/package.opf:16: rendition:layout is pre-paginated");
  CHECK(only(MadeEpub().replace(kPackage, "idref=\"chapter\"", "idref=\"chapter\" properties=\"rendition:layout-pre-paginated\""),
             EpubRule::FixedLayout) == "EPUB/package.opf:26: 'chapter'");
}

TEST_CASE("EPUB: accessibility") {
  CHECK(only(MadeEpub().replace(kPackage, "schema:accessMode\"", "x\"").replace(kPackage, "Plain.", ""), EpubRule::Accessibility) ==
        "EPUB/package.opf: schema:accessMode, schema:accessibilitySummary");
  CHECK(only(MadeEpub().replace(kPackage, "EPUB Accessibility", "Something"), EpubRule::AccessibilityClaim) ==
        "EPUB/package.opf: no dcterms:conformsTo that names EPUB Accessibility");
  CHECK(only(MadeEpub().replace(kPackage, "A Publisher", ""), EpubRule::AccessibilityClaim) == "EPUB/package.opf: no a11y:certifiedBy");
}

TEST_CASE("EPUB: items of the manifest") {
  const auto item = [](const std::string& element) { return MadeEpub().replace(kPackage, "</manifest>", element + "</manifest>"); };
  CHECK(only(item("<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>"), EpubRule::ManifestItem) ==
        "EPUB/package.opf:25: the id 'style' a second time\nEPUB/package.opf:25: the file 'style.css' a second "
        "time");
  CHECK(found(item("<item id=\"x\" href=\"style.css\"/>"), EpubRule::ManifestItem).starts_with("EPUB/package.opf:25: no media-type"));
  CHECK(found(item("<item id=\"x\" href=\"style.css\" media-type=\"text/css\" fallback=\"y\"/>"), EpubRule::ManifestItem)
            .ends_with("the fallback 'y' is no item"));
  CHECK(only(item("<item id=\"x\" href=\"none.css\" media-type=\"text/css\"/>"), EpubRule::ManifestMissing) ==
        "EPUB/package.opf:25: 'none.css'");
  CHECK(only(item("<item id=\"x\" href=\"../../etc/passwd\" media-type=\"text/css\"/>"), EpubRule::ManifestMissing) ==
        "EPUB/package.opf:25: '../../etc/passwd' leads out of the book");
  CHECK(only(item("<item id=\"x\" href=\"https://example.org/a.css\" media-type=\"text/css\"/>"), EpubRule::RemoteResource) ==
        "EPUB/package.opf:25: 'https://example.org/a.css'");
  MadeEpub unlisted;
  unlisted.zip.entries.push_back({"EPUB/notes.txt", "abc"});
  CHECK(only(unlisted, EpubRule::ManifestUnlisted) == "EPUB/notes.txt: 3 bytes");
}

TEST_CASE("EPUB: types of files") {
  CHECK(only(MadeEpub().replace(kPackage, "media-type=\"image/jpeg\"", "media-type=\"image/png\""), EpubRule::MediaType) ==
        "EPUB/package.opf:22: 'cover.jpg' is image/jpeg, not 'image/png'");
  CHECK(only(MadeEpub().add("a.xyz", "x", "application/xyz").chapter("<audio/>"), EpubRule::Media) == "EPUB/chapter.xhtml:5: <audio>");
  CHECK(found(MadeEpub().add("a.xyz", "x", "application/xyz").chapter("<embed src='a.xyz'/>"), EpubRule::MediaType) ==
        "EPUB/chapter.xhtml:5: 'a.xyz': 'application/xyz' has no fallback");
}

TEST_CASE("EPUB: the reading order") {
  CHECK(only(MadeEpub().replace(kPackage, "<itemref idref=\"chapter\"/>",
                                "<itemref idref=\"chapter\"/><itemref idref=\"chapter\"/><itemref idref=\"x\"/>"),
             EpubRule::Spine) == "EPUB/package.opf:26: 'chapter' is there twice\nEPUB/package.opf:26: 'x' is no item of the manifest");
  CHECK(only(MadeEpub().replace(kPackage, "<itemref idref=\"chapter\"/>", "<itemref idref=\"chapter\"/><itemref idref=\"style\"/>"),
             EpubRule::Spine) == "EPUB/package.opf:26: 'style.css' is 'text/css', which is no text of a book");
  // A ring of fallbacks ends.
  MadeEpub ring;
  ring.add("a.xyz", "x", "application/xyz", "fallback=\"item-b.xyz\"").add("b.xyz", "x", "application/xyz", "fallback=\"item-a.xyz\"");
  CHECK(only(ring.replace(kPackage, "<itemref idref=\"chapter\"/>", "<itemref idref=\"chapter\"/><itemref idref=\"item-a.xyz\"/>"),
             EpubRule::Spine)
            .ends_with("'a.xyz' is 'application/xyz', which is no text of a book"));
}

TEST_CASE("EPUB: navigation") {
  CHECK(found(MadeEpub().replace(kPackage, " properties=\"nav\"", ""), EpubRule::Nav) == "EPUB/package.opf: no item has the property nav");
  CHECK(only(MadeEpub().replace(kNav, "epub:type=\"toc\"", ""), EpubRule::Nav) == "EPUB/nav.xhtml: no <nav epub:type=\"toc\">");
  CHECK(only(MadeEpub().replace(kNav, "<a href=\"chapter.xhtml\">One</a>", ""), EpubRule::Nav) ==
        "EPUB/nav.xhtml: its table of contents is empty");
  CHECK(only(MadeEpub().replace(kNav, "One</a>", "One</a><ol><li><ol><li><ol><li/></ol></li></ol></li></ol>"), EpubRule::NavDepth) ==
        "EPUB/nav.xhtml: 4 levels (at most 3 levels)");
  CHECK(only(MadeEpub().replace(kNav, "epub:type=\"page-list\"", ""), EpubRule::PageList) ==
        "EPUB/nav.xhtml: no <nav epub:type=\"page-list\">, or it is empty");
  CHECK(only(MadeEpub().replace(kNav, "bodymatter", "cover"), EpubRule::Landmarks) == "EPUB/nav.xhtml: no landmark of the type bodymatter");
  CHECK(only(MadeEpub()
                 .replace(kNav, "bodymatter", "cover")
                 .replace(kPackage, "</package>", "<guide><reference type=\"text\" href=\"chapter.xhtml\"/></guide></package>"),
             EpubRule::Landmarks)
            .empty());
}

TEST_CASE("EPUB: the NCX") {
  CHECK(only(MadeEpub().replace(kPackage, "<spine toc=\"ncx\">", "<spine>"), EpubRule::Ncx) ==
        "EPUB/package.opf: the spine's toc does not name it");
  CHECK(only(MadeEpub().remove(kNcx).replace(kPackage, "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>", ""),
             EpubRule::Ncx) == "EPUB/package.opf: no item is an NCX");
  CHECK(only(MadeEpub().replace(kNcx, "content=\"urn:isbn:978-3-16-148410-0\"", "content=\"other\""), EpubRule::Ncx) ==
        "EPUB/toc.ncx: its dtb:uid is 'other', the book's identifier 'urn:isbn:978-3-16-148410-0'");
  CHECK(only(MadeEpub().replace(kNcx, "</navPoint>", "<navPoint><navPoint/></navPoint></navPoint>"), EpubRule::NcxDepth) ==
        "EPUB/toc.ncx: 3 levels (at most 2 levels)");
  CHECK(only(MadeEpub().replace(kNcx, "src=\"chapter.xhtml\"", "src=\"none.xhtml\""), EpubRule::Link) ==
        "EPUB/toc.ncx:3: 'none.xhtml': there is no such file");
}

TEST_CASE("EPUB: the cover") {
  CHECK(only(MadeEpub().replace(kPackage, " properties=\"cover-image\"", ""), EpubRule::Cover) ==
        "EPUB/package.opf: no item has the property cover-image");
  CHECK(only(MadeEpub().replace(kPackage, "<meta name=\"cover\" content=\"cover\"/>", ""), EpubRule::CoverMeta) ==
        "EPUB/package.opf: no <meta name=\"cover\"> that names an item");
  const auto cover = [](const std::string& bytes) {
    MadeEpub epub;
    epub[kCover] = bytes;
    return epub;
  };
  CHECK(found(cover(made_gif(1)), EpubRule::CoverFormat) == "EPUB/cover.jpg: GIF");
  CHECK(found(cover(made_jpeg(600, 960)), EpubRule::CoverShortSide) == "EPUB/cover.jpg: 600 px (600 x 960) (at least 640 px)");
  CHECK(only(cover(made_jpeg(1000, 1600)), EpubRule::CoverLongSide) == "EPUB/cover.jpg: 1600 px (1000 x 1600) (at least 2500 px)");
  CHECK(found(cover(made_jpeg(570, 7300)), EpubRule::CoverMost).starts_with("EPUB/cover.jpg: 7300 px"));
  CHECK(only(cover(made_jpeg(1600, 2500)), EpubRule::CoverRatio) == "EPUB/cover.jpg: 1.56 (1600 x 2500) (at least 1.6)");
  CHECK(only(MadeEpub().replace(kCoverPage, "</body>", "<p>A word.</p></body>"), EpubRule::CoverPage) ==
        "EPUB/cover.xhtml: the page has words too");
}

TEST_CASE("EPUB: files of text") {
  CHECK(only(MadeEpub().chapter("<p>" + std::string(1'100'000, 'x') + "</p>"), EpubRule::ContentSize) ==
        "EPUB/chapter.xhtml: 1.1 MB (at most 1 MB)");
  CHECK(only(MadeEpub().chapter("<p>"), EpubRule::Xml) == "EPUB/chapter.xhtml:5: mismatched tag");
  CHECK(only(MadeEpub().chapter("<p>&nbsp;</p>"), EpubRule::Xml) == "EPUB/chapter.xhtml:5: undefined entity");
  CHECK(only(MadeEpub().chapter("<p>\xFF</p>"), EpubRule::Xml) == "EPUB/chapter.xhtml:5: not well-formed (invalid token)");
  CHECK(only(MadeEpub()
                 .chapter("<p>&nbsp;</p>")
                 .replace(kChapter, "<!DOCTYPE html>",
                          "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" "
                          "\"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">"),
             EpubRule::Entity) == "EPUB/chapter.xhtml:5: &nbsp;");
  CHECK(only(MadeEpub().replace(kChapter, "<title>One</title>", "<title> </title>"), EpubRule::PageTitle) ==
        "EPUB/chapter.xhtml: <title> is missing or empty");
  // A drawing's title is not the page's.
  CHECK(only(MadeEpub()
                 .replace(kChapter, "<title>One</title>", "")
                 .chapter("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>x</title></svg>"),
             EpubRule::PageTitle) == "EPUB/chapter.xhtml: <title> is missing or empty");
}

TEST_CASE("EPUB: links") {
  const auto link = [](const std::string& href) { return only(MadeEpub().chapter("<a href=\"" + href + "\">x</a>"), EpubRule::Link); };
  CHECK(link("none.xhtml") == "EPUB/chapter.xhtml:5: 'none.xhtml': there is no such file");
  CHECK(link("#none") == "EPUB/chapter.xhtml:5: '#none': the file has no such id");
  CHECK(link("cover.xhtml#page-1") == "EPUB/chapter.xhtml:5: 'cover.xhtml#page-1': the file has no such id");
  CHECK(link("../../x") == "EPUB/chapter.xhtml:5: '../../x': it leads out of the book");
  CHECK(link("file:///home/me/x").ends_with("it leads to a file of somebody's machine"));
  for (const char* href :
       {"#page-1", "chapter.xhtml#page%2D1", "../EPUB/./chapter.xhtml?x#page-1", "https://example.org/#x", "mailto:a@example.org", ""})
    CHECK(link(href).empty());
  MadeEpub aside;
  aside.add("aside.xhtml", aside[kChapter], "application/xhtml+xml");
  CHECK(only(aside.chapter("<a href=\"aside.xhtml\">x</a>"), EpubRule::Link) ==
        "EPUB/chapter.xhtml:5: 'aside.xhtml': the file is not in the reading order");
}

TEST_CASE("EPUB: what is loaded") {
  CHECK(only(MadeEpub().chapter("<img src=\"none.png\" alt=\"\"/>"), EpubRule::Resource) == "EPUB/chapter.xhtml:5: 'none.png'");
  CHECK(only(MadeEpub().style("@font-face { src: url('none.otf') }"), EpubRule::Resource) == "EPUB/style.css:3: 'none.otf'");
  CHECK(only(MadeEpub().style("@import \"none.css\";\na { background: url(data:image/png;base64,AAAA) }"), EpubRule::Resource) ==
        "EPUB/style.css:3: 'none.css'");
  CHECK(only(MadeEpub().chapter("<img src=\"http://example.org/a.png\" alt=\"\"/>"), EpubRule::RemoteResource) ==
        "EPUB/chapter.xhtml:5: 'http://example.org/a.png'");
  CHECK(only(MadeEpub().style("@import url(//example.org/a.css);"), EpubRule::RemoteResource) == "EPUB/style.css:3: '//example.org/a.css'");
}

TEST_CASE("EPUB: scripts, forms, frames, media") {
  CHECK(only(MadeEpub().chapter("<script>x</script>\n<p onclick=\"x\">x</p>\n<a href=\"JavaScript:x\">x</a>\n<script "
                                "type=\"application/ld+json\">{}</script>"),
             EpubRule::Script) ==
        "EPUB/chapter.xhtml:5: <script>\nEPUB/chapter.xhtml:6: the attribute onclick\nEPUB/chapter.xhtml:7: "
        "'JavaScript:x'");
  CHECK(only(MadeEpub().chapter("<form/>"), EpubRule::Form) == "EPUB/chapter.xhtml:5: <form>");
  CHECK(only(MadeEpub().chapter("<iframe src=\"chapter.xhtml\"/>"), EpubRule::Frame) == "EPUB/chapter.xhtml:5: <iframe>");
  CHECK(only(MadeEpub().chapter("<video/>"), EpubRule::Media) == "EPUB/chapter.xhtml:5: <video>");
}

TEST_CASE("EPUB: columns of tables") {
  CHECK(only(MadeEpub().chapter("<table><tr><td/><td colspan=\"3\"/></tr></table>"), EpubRule::TableColumns).empty());
  CHECK(only(MadeEpub().chapter("<table>\n<tr><td/></tr><tr><td/><td colspan=\"4\"/></tr></table>"), EpubRule::TableColumns) ==
        "EPUB/chapter.xhtml:5: 5 columns (at most 4 columns)");
  CHECK(only(MadeEpub().chapter("<table><tr><td colspan=\"999999999999\"/></tr></table>"), EpubRule::TableColumns).empty());
}

TEST_CASE("EPUB: looks") {
  CHECK(only(MadeEpub().chapter("<p style=\"margin: 0\">x</p>"), EpubRule::InlineStyle) == "EPUB/chapter.xhtml:5: style='margin: 0'");
  CHECK(only(MadeEpub().style("\n.a { position : FIXED; }"), EpubRule::CssPosition) == "EPUB/style.css:4: .a { position: fixed }");
  CHECK(only(MadeEpub().style("p { font-size: 12px !important }\na { font-size: 0 } b { font-size: 1.2em }"), EpubRule::CssFontSize) ==
        "EPUB/style.css:3: p { font-size: 12px !important }");
  CHECK(only(MadeEpub().style("@media screen { a, body { color: #000 } }\npre { background: #eee } body { "
                              "background: none }"),
             EpubRule::CssPageColour) == "EPUB/style.css:3: a, body { color: #000 }");
  CHECK(only(MadeEpub().replace(kChapter, "</head>", "<style>\nhtml { color: black }</style></head>"), EpubRule::CssPageColour) ==
        "EPUB/chapter.xhtml:3: html { color: black }");
}

TEST_CASE("EPUB: pictures") {
  const auto picture = [](const std::string& bytes, const std::string& type = "image/png") { return MadeEpub().add("a.png", bytes, type); };
  CHECK(findings_of(picture(made_png(100, 100))).empty());
  CHECK(only(picture(made_png(100, 100).substr(0, 40)), EpubRule::ImageDamaged) == "EPUB/a.png: it begins as PNG, and breaks off");
  CHECK(only(picture("RIFF1234WEBPVP8 ", "image/webp"), EpubRule::ImageFormat) == "EPUB/a.png: WebP");
  CHECK(only(picture("nothing"), EpubRule::ImageFormat) == "EPUB/a.png: an unknown format");
  CHECK(found(picture(made_png(3000, 2000)), EpubRule::ImagePixels) ==
        "EPUB/a.png: 6 million pixels (3000 x 2000) (at most 5.6 million pixels)");
  CHECK(only(picture(made_png(2500, 2000)), EpubRule::ImagePixelsAdvised) ==
        "EPUB/a.png: 5 million pixels (2500 x 2000) (at most 4.2 million pixels)");
  CHECK(only(picture(made_png(9, 9, 2, png_chunk("tEXt", std::string(1'100'000, 'x')))), EpubRule::ImageSize) ==
        "EPUB/a.png: 1.1 MB (at most 1 MB)");
  CHECK(only(picture(made_jpeg(9, 9, 4), "image/jpeg"), EpubRule::ImageCmyk) == "EPUB/a.png: its JPEG has four colours");
  CHECK(only(picture(made_gif(2), "image/gif"), EpubRule::ImageAnimated) == "EPUB/a.png: an animated GIF");
  CHECK(only(picture(made_gif(1), "image/gif"), EpubRule::ImageAnimated).empty());
  CHECK(only(picture(made_png(9, 9, 6)), EpubRule::ImageTransparent) == "EPUB/a.png: PNG");
  CHECK(only(picture(made_png(9, 9, 3, png_chunk("tRNS", "x"))), EpubRule::ImageTransparent) == "EPUB/a.png: PNG");
  CHECK(only(MadeEpub().chapter("<img src=\"cover.jpg\"/>").replace(kChapter, "Words.", "").replace(kChapter, ">One</h1>", "/>"),
             EpubRule::ImageText) == "EPUB/chapter.xhtml:5: 'cover.jpg'");
}

TEST_CASE("EPUB: drawings") {
  const std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4000px\" height=\"10\"><image href=\"cover.jpg\" "
      "height=\"100%\"/></svg>";
  CHECK(only(MadeEpub().add("a.svg", svg, "image/svg+xml"), EpubRule::SvgSide) == "EPUB/a.svg:1: 4000 px (width) (at most 3200 px)");
  CHECK(only(MadeEpub().add("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "image/svg+xml"), EpubRule::Script) ==
        "EPUB/a.svg:1: <script>");
}

TEST_CASE("EPUB: fonts") {
  CHECK(only(MadeEpub().add("a.woff2", "wOF2...", "font/woff2"), EpubRule::FontFormat) == "EPUB/a.woff2: WOFF 2");
  CHECK(only(MadeEpub().add("a.ttf", "nothing", "font/ttf"), EpubRule::FontFormat) == "EPUB/a.ttf: no TrueType, OpenType or WOFF");
}
