// LayerJoiner: several drawn pages, one above the other, as one page.
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "frame/page_boxes.h"
#include "output/pdf/object_pool.h"
#include "output/pdf/page_layers.h"

namespace nbpublish {

// A page of a part's surface.
struct DrawnLayer {
  Layer layer{};
  QPDFObjectHandle page;
};

class LayerJoiner {
 public:
  // Layers are marked as artifacts or body where the file is tagged: on screens.
  LayerJoiner(QPDF& out, bool is_tagged) : out_(out), pool_(out), is_tagged_(is_tagged) {}

  void begin_source() { pool_.begin_source(); }
  // A new page without its place in the page tree.
  QPDFObjectHandle join(const std::vector<DrawnLayer>& layers, const PageBoxes& boxes);

 private:
  // Category ("/Font") to name to object.
  using Resources = std::map<std::string, std::map<std::string, QPDFObjectHandle>>;

  Resources resources_of(QPDFObjectHandle page);
  QPDFObjectHandle content_of(QPDFObjectHandle page);
  QPDFObjectHandle as_form(QPDFObjectHandle page, const Resources& resources, Size sheet);
  QPDFObjectHandle operators(const std::string& text);
  QPDFObjectHandle resource_dictionary(const Resources& resources);
  QPDFObjectHandle transparency_group();
  static bool clash(const Resources& a, const Resources& b);
  static bool may_be_transparent(const Resources& resources);

  QPDF& out_;
  ObjectPool pool_;
  bool is_tagged_;
  std::map<std::string, QPDFObjectHandle> operators_;  // shared little streams
};

}  // namespace nbpublish
