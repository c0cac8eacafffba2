// The stages of a run, as its log names them (docs/explain.md).
#pragma once

#include <string_view>

namespace nbpublish::stages {

inline constexpr std::string_view kLookUp = "look-up";       // whether an earlier run has made all that is asked for
inline constexpr std::string_view kManifest = "manifest";    // the book's
inline constexpr std::string_view kStyle = "style";          // with the fonts
inline constexpr std::string_view kText = "text";            // a chapter's, kept or from pandoc's answer
inline constexpr std::string_view kPandoc = "pandoc";        // all texts that are not kept
inline constexpr std::string_view kDocuments = "documents";  // links, numbers, diagrams, the index
inline constexpr std::string_view kPictures = "pictures";    // of a volume
inline constexpr std::string_view kPages = "pages";          // a chapter's, in one round
inline constexpr std::string_view kLayout = "layout";        // the rest of a volume's: contents, index, openers, furniture
inline constexpr std::string_view kPart = "part";            // of a PDF, as bytes
inline constexpr std::string_view kPdf = "pdf";              // the rest of one: colours, parts joined
inline constexpr std::string_view kCheck = "check";          // of a print file against its outlets' rules
inline constexpr std::string_view kCover = "cover";
inline constexpr std::string_view kEpub = "epub";
inline constexpr std::string_view kWrite = "write";  // files to their places
inline constexpr std::string_view kKeep = "keep";    // what the run made, for the next

}  // namespace nbpublish::stages
