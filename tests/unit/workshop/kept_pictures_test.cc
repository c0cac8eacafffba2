#include "workshop/kept_pictures.h"

#include <catch2/catch.hpp>

#include "support/pictures.h"

using namespace nbpublish;

TEST_CASE("a picture that was read is what reading it gave, in the next run") {
  MemoryFileSystem files;
  Store store(files, "/cache", {});
  for (const std::string& bytes :
       {testing::png_bytes(4, 10, 20, 30),
        std::string("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>A box</title><script>x</script></svg>")}) {
    CHECK(KeptPictures(&store).find(bytes) == nullptr);
    const PicturePtr read = *read_picture(bytes);
    KeptPictures(&store).keep(bytes, *read);
    Store next(files, "/cache", {});
    const PicturePtr kept = KeptPictures(&next).find(bytes);
    REQUIRE(kept != nullptr);
    CHECK(kept->kind == read->kind);
    CHECK(kept->bytes == read->bytes);
    CHECK(kept->natural_size == read->natural_size);
    CHECK(kept->width_px == read->width_px);
    CHECK(kept->height_px == read->height_px);
    CHECK(kept->title == read->title);
    CHECK(KeptPictures(&next).find(bytes + " ") == nullptr);
  }
  KeptPictures(nullptr).keep("bytes", {});
  CHECK(KeptPictures(nullptr).find("bytes") == nullptr);
}
