#include "output/pdf/srgb_profile.h"

#include <lcms2.h>

#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace nbpublish {
namespace {

constexpr double kIccVersion = 4.2;

// The header's date of creation (ICC.1:2004-10, 7.2.8): year, month, day, hour, minute, second, big-endian.
constexpr std::size_t kDateOffset = 24;
constexpr std::string_view kDate{"\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12};  // 2000-01-01

using Profile = std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, decltype(&cmsCloseProfile)>;

}  // namespace

std::string srgb_profile() {
  const Profile profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
  cmsUInt32Number size = 0;
  if (!profile) throw std::runtime_error("lcms2 makes no sRGB profile");
  cmsSetProfileVersion(profile.get(), kIccVersion);
  if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) throw std::runtime_error("lcms2 does not measure its profile");
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) throw std::runtime_error("lcms2 does not save its profile");
  return bytes.replace(kDateOffset, kDate.size(), kDate);
}

}  // namespace nbpublish
