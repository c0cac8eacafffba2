#include "output/pdf/join_parts.h"

#include <exception>
#include <functional>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include "output/pdf/assemble_pages.h"
#include "output/pdf/metadata.h"
#include "output/pdf/navigation.h"
#include "output/pdf/print_metadata.h"
#include "output/pdf/screen_standard.h"
#include "output/pdf/structure_tree.h"
#include "platform/deep_stack.h"

namespace nbpublish {
namespace {

std::string serialise(QPDF& file, PdfStandard standard) {
  QPDFWriter writer(file);
  writer.setOutputMemory();
  if (is_for_print(standard)) set_print_version(writer, standard);
  else {
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setLinearization(true);  // a viewer shows page 1 before it has the rest
  }
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);  // PDF/A
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

void add_what_screens_use(QPDF& out, const PagedVolume& volume, std::vector<JoinedPage>& pages, const PdfOptions& options) {
  add_links(out, volume.trim.height, pages);
  add_structure(out, volume, pages);
  add_destinations(out, volume.trim.height, pages);
  add_outline(out, volume.parts);
  add_page_labels(out, pages);
  add_metadata(out, volume.info, options);
  add_screen_intent(out);
}

// What qpdf may take of a stack: it follows the outline from each heading to the next by calling itself, some 400 bytes each.
std::size_t stack_for(const PagedVolume& volume) {
  constexpr std::size_t kOfAHeading = 1'024;
  std::size_t headings = 0;
  for (const PagedPart& part : volume.parts) headings += part.outline.size();
  return headings * kOfAHeading;
}

// Where the thread's own stack may not do, on another: not always, since the other thread has a heap of its own beside this one's.
void run_with_stack(std::size_t bytes, const std::function<void()>& work) {
  constexpr std::size_t kLeast = 16u << 20, kOnOwnStack = 2u << 20;
  if (bytes <= kOnOwnStack) work();
  else run_on_deep_stack(kLeast + bytes, work);
}

std::string join(const PagedVolume& volume, const std::vector<std::string>& drawn, const PdfOptions& options) {
  QPDF out;
  out.emptyPDF();
  std::vector<JoinedPage> pages = assemble_pages(out, volume, drawn, !is_for_print(options.standard));
  if (is_for_print(options.standard)) add_print_metadata(out, volume.info, options);
  else add_what_screens_use(out, volume, pages, options);
  return serialise(out, options.standard);
}

}  // namespace

Result<std::string> join_parts(const PagedVolume& volume, const std::vector<std::string>& drawn, const PdfOptions& options) {
  try {
    std::string joined;
    run_with_stack(stack_for(volume), [&] { joined = join(volume, drawn, options); });
    return joined;
  } catch (const std::exception& error) {
    return fail(ErrorKind::Internal, std::string("the PDF cannot be joined: ") + error.what());
  }
}

}  // namespace nbpublish
