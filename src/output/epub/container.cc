#include "output/epub/container.h"

#include <zip.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "base/hash.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

constexpr std::string_view kContainerXml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>"
    "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>"
    "</rootfiles></container>\n";

struct DosTime {
  std::uint16_t time = 0, date = 0;
};

// MS-DOS date and time: 2-second steps, years 1980 to 2107.
DosTime dos_time(std::int64_t timestamp) {
  using namespace std::chrono;
  constexpr std::int64_t kFirst = 315532800, kLast = 4354819198;  // 1980-01-01, 2107-12-31T23:59:58
  const sys_seconds at{seconds{std::clamp(timestamp, kFirst, kLast)}};
  const sys_days day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss clock{at - day};
  return {
      static_cast<std::uint16_t>(clock.hours().count() << 11 | clock.minutes().count() << 5 | clock.seconds().count() / 2),
      static_cast<std::uint16_t>((static_cast<int>(date.year()) - 1980) << 9 | static_cast<int>(static_cast<unsigned>(date.month())) << 5 |
                                 static_cast<int>(static_cast<unsigned>(date.day())))};
}

std::unexpected<Error> refuse(const char* message) {
  return fail(ErrorKind::Internal, std::string("the EPUB container cannot be written: ") + message);
}

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ReadArchive = std::unique_ptr<zip_t, CloseArchive>;

// An archive in memory, to read. The bytes must outlive it.
ReadArchive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (source && !archive) zip_source_free(source);
  zip_error_fini(&error);
  return ReadArchive(archive);
}

// An archive in memory that is written. libzip reads what was added when it closes: it must live until finish().
class Archive {
 public:
  explicit Archive(DosTime time) : time_(time) {
    zip_error_init(&error_);
    buffer_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
    if (!buffer_) return;
    zip_source_keep(buffer_);  // survives zip_close, for reading
    archive_ = zip_open_from_source(buffer_, ZIP_TRUNCATE, &error_);
    if (!archive_) zip_source_free(buffer_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (archive_) zip_discard(archive_);
    if (buffer_) zip_source_free(buffer_);
    zip_error_fini(&error_);
  }

  Status add(const std::string& path, std::string_view bytes, zip_int32_t method) {
    if (!archive_) return refuse(zip_error_strerror(&error_));
    return add(path, zip_source_buffer(archive_, bytes.data(), bytes.size(), 0), method);
  }

  // The one file of the archive `packed`, as it is compressed there.
  Status add_packed(const std::string& path, zip_t* packed) {
    if (!archive_) return refuse(zip_error_strerror(&error_));
    return add(path, zip_source_zip(archive_, packed, 0, ZIP_FL_COMPRESSED, 0, -1), ZIP_CM_DEFLATE);
  }

  Result<std::string> finish() {
    if (!archive_) return refuse(zip_error_strerror(&error_));
    if (zip_close(archive_) != 0) return refuse(zip_strerror(archive_));
    archive_ = nullptr;
    zip_stat_t stat;
    if (zip_source_stat(buffer_, &stat) != 0 || zip_source_open(buffer_) != 0) return refuse(zip_error_strerror(zip_source_error(buffer_)));
    std::string bytes(stat.size, '\0');
    const zip_int64_t read = zip_source_read(buffer_, bytes.data(), bytes.size());
    zip_source_close(buffer_);
    if (read < 0 || static_cast<std::size_t>(read) != bytes.size()) return refuse("its buffer cannot be read");
    return bytes;
  }

 private:
  Status add(const std::string& path, zip_source_t* source, zip_int32_t method) {
    if (!source) return refuse(zip_strerror(archive_));
    const zip_int64_t index = zip_file_add(archive_, path.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      return refuse(zip_strerror(archive_));
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    const bool is_set =
        zip_set_file_compression(archive_, entry, method, 9) == 0 && zip_file_set_dostime(archive_, entry, time_.time, time_.date, 0) == 0;
    return is_set ? Status() : refuse(zip_strerror(archive_));
  }

  DosTime time_;
  zip_error_t error_{};
  zip_source_t* buffer_ = nullptr;
  zip_t* archive_ = nullptr;
};

// What is compressed already grows by compressing.
bool is_stored(std::string_view path) { return path.ends_with(".jpg") || path.ends_with(".png"); }

// note [packed files]: nine tenths of the time that packing takes is compressing. So each file is compressed for itself, into an archive
// that holds it alone: that is kept by what the file holds, made by any thread, and its compressed bytes go into the ebook as they are.
Result<std::string> pack(std::string_view bytes) {
  Archive archive({});
  NBP_TRY(archive.add("file", bytes, ZIP_CM_DEFLATE));
  return archive.finish();
}

}  // namespace

Result<std::string> write_container(const std::vector<ContainerFile>& files, std::int64_t timestamp, PackStore* store, unsigned jobs) {
  std::vector<Result<std::string>> packed(files.size());
  parallel_for(jobs, files.size(), [&](std::size_t i) {
    const std::string& bytes = files[i].bytes;
    if (!is_stored(files[i].path)) packed[i] = find_or_make(store, "packed", hash128(bytes), [&] { return pack(bytes); });
  });
  std::vector<ReadArchive> sources(files.size());
  Archive archive(dos_time(timestamp));
  NBP_TRY(archive.add("mimetype", "application/epub+zip", ZIP_CM_STORE));
  NBP_TRY(archive.add("META-INF/container.xml", kContainerXml, ZIP_CM_DEFLATE));
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!packed[i]) return std::unexpected(packed[i].error());
    if (is_stored(files[i].path)) {
      NBP_TRY(archive.add(files[i].path, files[i].bytes, ZIP_CM_STORE));
      continue;
    }
    sources[i] = open_archive(*packed[i]);
    if (!sources[i]) return refuse("a packed file cannot be read");
    NBP_TRY(archive.add_packed(files[i].path, sources[i].get()));
  }
  return archive.finish();
}

}  // namespace nbpublish
