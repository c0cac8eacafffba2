// A pandoc for fuzzing: real ones take a tenth of a second for each input.
#pragma once

#include <string>
#include <vector>

#include "platform/process.h"
#include "source/syntax.h"

namespace nbpublish::fuzz {

// pandoc's JSON of chapters, as read_pandoc_json() reads it.
std::string pandoc_json_of(const std::vector<SyntaxNode>& chapters);

// Answers as pandoc would if it read Markdown as cmark-gfm does.
class CmarkAsPandoc final : public ProcessRunner {
 public:
  [[nodiscard]] Result<ProcessOutput> run(const ProcessRequest& request) override;
};

}  // namespace nbpublish::fuzz
