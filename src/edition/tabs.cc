#include "edition/tabs.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "frame/page_boxes.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

// Design brief, section 14.
constexpr Length kTabWidth = Length::pt(18), kTabHeight = Length::pt(36), kBleed = Length::pt(9), kNumberSize = Length::pt(9);
constexpr int kNumberWeight = 700;
constexpr double kCapHeight = 0.73;  // of Inter's figures, in ems
constexpr std::string_view kTopic = "topic-";

// The topic of every part, "" outside of topics. Chapters follow their topic's page; back matter has a key without a folder.
std::vector<std::string> topics_of(const PagedVolume& volume) {
  std::vector<std::string> topics;
  std::string topic;
  for (const PagedPart& part : volume.parts) {
    if (part.key.starts_with(kTopic)) topic = part.key.substr(kTopic.size());
    else if (part.key.find('/') == std::string::npos) topic.clear();
    topics.push_back(topic);
  }
  return topics;
}

class TabDrawer {
 public:
  TabDrawer(const PagedVolume& volume, const Style& style, const FontLibrary& fonts, std::size_t topics)
      : volume_(volume),
        style_(style),
        shaper_(fonts),
        font_(fonts.find(style.family_sans, kNumberWeight, false)),
        places_(std::clamp<std::size_t>(topics, 1, kMostTabs)) {}

  void draw(Page& page, const std::string& number, std::size_t index) {
    const PageBoxes boxes = page_boxes(volume_, page);
    const Length x = page.recto ? boxes.trim.right() - kTabWidth : boxes.bleed.x;
    const Rect tab{x, top_of(index % places_), kTabWidth + kBleed, kTabHeight};
    page.furniture.push_back({kArtifact, 0, 0, 0, Fill{tab, ColourRole::Tab}});
    const Length width = shaper_.width(font_, Features::Tabular, kNumberSize, number);
    const Length middle = (page.recto ? boxes.trim.right() - kTabWidth : boxes.trim.x) + (kTabWidth - width) / 2;
    const Length baseline = tab.y + (kTabHeight + kNumberSize.scaled(kCapHeight)) / 2;
    for (GlyphRun& run : glyph_runs(shaper_, font_, Features::Tabular, kNumberSize, ColourRole::Paper, number, {middle, baseline}))
      page.furniture.push_back({kArtifact, 0, 0, 0, std::move(run)});
  }

 private:
  const PagedVolume& volume_;
  const Style& style_;
  Shaper shaper_;
  FontId font_;
  std::size_t places_;

  Length top_of(std::size_t place) const {
    if (places_ == 1) return style_.top;
    const Length room = style_.leading * style_.lines - kTabHeight;
    return style_.top + room.scaled(static_cast<std::int64_t>(place), static_cast<std::int64_t>(places_ - 1));
  }
};

}  // namespace

void add_tabs(PagedVolume& volume, const Style& style, const FontLibrary& fonts) {
  volume.edges.outer = std::max(volume.edges.outer, kBleed);
  const std::vector<std::string> topics = topics_of(volume);
  std::vector<std::string> order;  // of the topics
  for (const std::string& topic : topics)
    if (!topic.empty() && (order.empty() || order.back() != topic)) order.push_back(topic);
  TabDrawer drawer(volume, style, fonts, order.size());
  for (std::size_t i = 0; i < volume.parts.size(); ++i) {
    if (topics[i].empty()) continue;
    const auto place = static_cast<std::size_t>(std::ranges::find(order, topics[i]) - order.begin());
    for (Page& page : volume.parts[i].pages)
      if (!page.blank) drawer.draw(page, topics[i], place);
  }
}

}  // namespace nbpublish
