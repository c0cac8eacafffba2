// What preflight knows of a book before anybody judges it. Names of files are those in the archive.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "preflight/epub/link_target.h"
#include "preflight/epub/zip_archive.h"
#include "preflight/rules/finding.h"

namespace nbpublish {

// <dc:title id="t">, <meta property="…" refines="#t">, and <meta name="…" content="…"> alike.
struct Metadatum {
  std::string property;  // "dc:title", "dcterms:modified", "schema:accessMode", "name:cover"
  std::string value, id, refines, scheme;
  Spot spot;
};

struct ManifestItem {
  std::string id, href, media_type, properties, fallback;
  EpubTarget target;
  Spot spot;

  const std::string& path() const { return target.path; }
};

struct SpineItem {
  std::string idref, properties;
  Spot spot;
};

struct Package {
  std::string path, version, unique_identifier, ncx;  // `ncx`: the spine's toc
  std::vector<Metadatum> metadata;
  std::vector<ManifestItem> manifest;
  std::vector<SpineItem> spine;
  bool has_text_reference = false;  // <guide>'s type "text"

  void index();                                              // once the manifest is complete; the first of two items counts
  const ManifestItem* item(std::string_view id) const;       // null: none
  const ManifestItem* item_of(std::string_view file) const;  // by the name of its file
  // In the order of the file; those that refine others are among them.
  std::vector<const Metadatum*> all(std::string_view property) const;
  bool is_version_2() const { return version.starts_with("2"); }

 private:
  std::map<std::string, std::size_t, std::less<>> by_id_, by_path_;
};

// What a file needs of others.
struct Reference {
  enum class Kind { Link, Picture, Style, Media, Font, Other } kind = Kind::Link;
  EpubTarget target;
  std::string href;  // as written, to be shown
  Spot spot;
};

// An XHTML or SVG file, or a style sheet (which has references alone).
struct ContentFile {
  std::vector<Reference> references;
  std::unordered_set<std::string> ids;
  bool is_read = false;   // to its end: its ids are all known
  bool has_text = false;  // letters or digits in the body
};

struct PictureFacts {
  enum class Format { Unknown, Png, Jpeg, Gif, WebP, Avif, JpegXl, Tiff, Bmp, Svg } format = Format::Unknown;
  double width = 0, height = 0;  // px; 0: not told
  bool is_damaged = false, is_cmyk = false, is_animated = false, is_transparent = false;
};

struct EpubBook {
  ZipArchive archive;
  Package package;
  std::set<std::string> obfuscated, encrypted;   // by META-INF/encryption.xml
  std::map<std::string, ContentFile> contents;   // by name of file
  std::map<std::string, PictureFacts> pictures;  // by name of file
};

}  // namespace nbpublish
