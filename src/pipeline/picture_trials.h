// Who reads the pictures of a run.
#pragma once

#include <memory>
#include <optional>

#include "figure/picture_maker.h"
#include "pipeline/options.h"
#include "pipeline/typography.h"

namespace nbpublish {

// With a worker in the environment: pictures are tried by it (note [trials] in workshop/careful_pictures.h), in colour, dark and black, as
// they will stand in the book's style; what is found out is kept in the store. With none: this process alone.
// Without `typography` drawings are set as drawing_setup says.
Result<std::unique_ptr<PictureMaker>> picture_maker(const Book& book, const std::optional<Typography>& typography,
                                                    const RunOptions& options, Environment env);

}  // namespace nbpublish
