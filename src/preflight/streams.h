// Streams of a PDF, decoded under limits. qpdf itself would decode whatever it is given into memory.
#pragma once

#include <cstddef>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace nbpublish {

// Appends the decoded bytes of `stream`. Throws LimitPassed above `most` bytes, and std::runtime_error if its
// filters are unknown or its data damaged.
void append_decoded(QPDFObjectHandle stream, std::size_t most, std::string& into);

// Sends the decoded bytes to `sink` in pieces. False if the filters are unknown or the data damaged.
// An exception of the sink ends the decoding and is thrown on.
bool pipe_decoded(QPDFObjectHandle stream, Pipeline& sink);

}  // namespace nbpublish
