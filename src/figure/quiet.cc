#include "figure/quiet.h"

#include <glib.h>

namespace nbpublish {

void keep_libraries_quiet() {
  g_log_set_writer_func([](GLogLevelFlags, const GLogField*, gsize, gpointer) { return G_LOG_WRITER_HANDLED; }, nullptr, nullptr);
}

}  // namespace nbpublish
