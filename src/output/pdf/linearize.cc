#include "output/pdf/linearize.h"

#include <exception>
#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "platform/deep_stack.h"

namespace nbpublish {
namespace {

std::string rewritten(const std::string& pdf) {
  QPDF file;
  file.processMemoryFile("joined", pdf.data(), pdf.size());
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setLinearization(true);
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);  // PDF/A
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

// It follows the outline from each heading to the next by calling itself, some 400 bytes each. Where the thread's own stack may not do, on
// another: not always, since the other thread has a heap of its own beside this one's.
void run_with_stack(std::size_t headings, const std::function<void()>& work) {
  constexpr std::size_t kOfAHeading = 1'024, kLeast = 16u << 20, kOnOwnStack = 2u << 20;
  if (headings * kOfAHeading <= kOnOwnStack) work();
  else run_on_deep_stack(kLeast + headings * kOfAHeading, work);
}

}  // namespace

Result<std::string> linearized(const std::string& pdf, std::size_t headings) {
  try {
    std::string out;
    run_with_stack(headings, [&] { out = rewritten(pdf); });
    return out;
  } catch (const std::exception& error) {
    return fail(ErrorKind::Internal, std::string("the PDF cannot be linearized: ") + error.what());
  }
}

}  // namespace nbpublish
