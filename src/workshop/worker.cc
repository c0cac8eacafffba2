#include "workshop/worker.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "figure/ebook_raster.h"
#include "figure/quiet.h"
#include "figure/svg.h"
#include "workshop/confine.h"
#include "workshop/try_drawing.h"
#include "workshop/wire.h"

namespace nbpublish {
namespace {

bool read_all(char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t n = read(STDIN_FILENO, to, size);
    if (n == 0 || (n < 0 && errno != EINTR)) return false;
    if (n > 0) to += n, size -= static_cast<std::size_t>(n);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// Processor time, so that a busy machine refuses no picture; 0: as much as it likes.
void allow(std::uint64_t milliseconds) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(milliseconds / 1000);
  timer.it_value.tv_usec = static_cast<suseconds_t>(milliseconds % 1000 * 1000);
  setitimer(ITIMER_PROF, &timer, nullptr);
}

class Worker {
 public:
  std::string answer(std::string_view request) {
    WireReader order(request);
    WireWriter reply;
    const Status done = follow(order, reply);
    WireWriter out;
    out.number(done && order.is_sound() ? 1 : 0);
    if (done) return out.take() + reply.take();
    out.error(done.error());
    return out.take();
  }

 private:
  PageTrial trial_;

  Status follow(WireReader& order, WireWriter& reply) {
    switch (static_cast<WorkOrder>(order.number())) {
      case WorkOrder::Fonts:
        return set_fonts(order);
      case WorkOrder::Read:
        return read(order, reply);
      case WorkOrder::Recolour:
        return recolour(order, reply);
      case WorkOrder::Ebook:
        return fit_for_ebook(order, reply);
      case WorkOrder::Pixels:
        return try_pixels(order);
    }
    return fail(ErrorKind::Internal, "an order that is none");
  }

  // Families serif, sans, mono; the number of files, and their names.
  static Status set_fonts(WireReader& order) {
    SvgFonts fonts;
    fonts.serif = order.text();
    fonts.sans = order.text();
    fonts.mono = order.text();
    for (std::uint64_t left = order.number(); left > 0 && order.is_sound(); --left) fonts.files.emplace_back(order.text());
    return fonts.files.empty() ? Status{} : set_svg_fonts(fonts);
  }

  // The bytes. Answer: the picture, a raster without its bytes, which are the same.
  static Status read(WireReader& order, WireWriter& reply) {
    NBP_TRY_ASSIGN(const PicturePtr picture, read_undrawn_picture(order.text()));
    Picture facts = *picture;
    if (facts.kind != PictureKind::Svg) facts.bytes.clear();
    reply.picture(facts);
    return {};
  }

  // The picture, the printed size, whether it is turned, the number of looks; for each its name and two themes. Answer: for each whether it
  // was flattened, whether it is another picture now, and that.
  //
  // note [looks alike]: looks change colours and the widths of strokes. What a drawing costs, and which of its parts are drawn, can depend
  // on those through attribute selectors of a style sheet alone (`[fill="#111"] { filter: ... }`); without a bracket there are
  // none, and one look that was drawn stands for all. Flattened ones are drawn in any case.
  Status recolour(WireReader& order, WireWriter& reply) {
    const auto picture = std::make_shared<const Picture>(order.picture());
    const Size printed = order.size();
    const PictureUse use{printed, order.number() != 0};
    bool is_drawn = false;
    for (std::uint64_t left = order.number(); left > 0 && order.is_sound(); --left) {
      const PictureColours colours = order.colours();
      NBP_TRY_ASSIGN(const RecolouredPicture made, recoloured(picture, colours, printed));
      if (made.picture->kind == PictureKind::Svg && (!is_drawn || looks_differ(*picture))) {
        NBP_TRY(trial_.draw(made.picture, use));
        is_drawn = true;
      }
      reply.number(made.flattened ? 1 : 0);
      reply.number(made.picture == picture ? 0 : 1);
      if (made.picture != picture) reply.picture(*made.picture);
    }
    return {};
  }

  // The bytes and the most pixels. Answer: bytes.
  static Status fit_for_ebook(WireReader& order, WireWriter& reply) {
    const std::string bytes = order.text();
    NBP_TRY_ASSIGN(const std::string fit, ebook_raster(bytes, order.number()));
    reply.text(fit);
    return {};
  }

  // The picture, width and height.
  static Status try_pixels(WireReader& order) {
    const auto picture = std::make_shared<const Picture>(order.picture());
    const auto width = static_cast<std::uint32_t>(order.number());
    return try_as_pixels(picture, width, static_cast<std::uint32_t>(order.number()));
  }
};

}  // namespace

void run_picture_worker() {
  prctl(PR_SET_NAME, "nbp-pictures");
  confine();
  signal(SIGXFSZ, SIG_IGN);  // it may write no file; what tries to must live with that
  keep_libraries_quiet();
  Worker worker;
  // A request: the milliseconds it may take, its length, its bytes. An answer: its length, and 1 and what was asked for, or 0 and an error.
  for (std::uint64_t head[2]; read_all(reinterpret_cast<char*>(head), sizeof head);) {
    std::string request(head[1], '\0');
    if (!read_all(request.data(), request.size())) break;
    allow(head[0]);
    const std::string answer = worker.answer(request);
    allow(0);
    const std::uint64_t size = answer.size();
    if (!write_all({reinterpret_cast<const char*>(&size), sizeof size}) || !write_all(answer)) break;
  }
  _exit(0);  // nothing is to be finished
}

}  // namespace nbpublish
