#include "diagram/chromium.h"

#include <unistd.h>

namespace nbpublish {

Result<std::string> run_page(const std::filesystem::path& page, const std::filesystem::path& folder, std::chrono::milliseconds timeout,
                             ProcessRunner& processes) {
  ProcessRequest request;
  request.timeout = timeout;
  request.argv = {"chromium", "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
                  "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
                  "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
                  "--font-render-hinting=none",  // advances are the font's on every machine
                  "--force-device-scale-factor=1", "--window-size=4000,4000",
                  // The page's clock is moved on as soon as nothing is left to do; a minute of it is enough for any book.
                  "--virtual-time-budget=60000", "--dump-dom", "--user-data-dir=" + (folder / "profile").string()};
  if (geteuid() == 0) request.argv.emplace_back("--no-sandbox");
  request.argv.push_back("file://" + std::filesystem::absolute(page).string());
  NBP_TRY_ASSIGN(ProcessOutput output, processes.run(request));
  if (!output.is_done()) return fail(ErrorKind::Internal, "Chromium " + how_it_ended(output));
  return std::move(output.out);
}

}  // namespace nbpublish
