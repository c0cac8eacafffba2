#include "document/note_order.h"

#include <optional>

#include "document/walk.h"

namespace nbpublish {
namespace {

class NoteOrder {
 public:
  explicit NoteOrder(std::size_t count) : places_(count) {}

  void take(Blocks& blocks) {
    for (Block& block : blocks) {
      auto* quote = std::get_if<Quote>(&block.content);
      if (quote == nullptr) walk_detail::inlines_of(block, [&](Inline& inl) { take(inl); });
      std::visit([&](auto& content) { take_inside(content); }, block.content);
      if (quote != nullptr) walk_detail::inlines(quote->attribution, [&](Inline& inl) { take(inl); });
    }
  }

  std::vector<Note> ordered(std::vector<Note> notes) {
    std::vector<Note> made(notes.size());
    for (std::size_t n = 0; n < notes.size(); ++n) made[place_of(n)] = std::move(notes[n]);
    return made;
  }

 private:
  std::vector<std::optional<std::uint32_t>> places_;  // by the numbers the notes had
  std::uint32_t next_ = 0;

  std::uint32_t place_of(std::size_t note) {
    if (!places_[note]) places_[note] = next_++;
    return *places_[note];
  }

  void take(Inline& inl) {
    auto* reference = std::get_if<NoteReference>(&inl.content);
    if (reference != nullptr) reference->note = place_of(reference->note);
  }

  void take_inside(auto& content) {
    if constexpr (requires { content.items; }) {
      for (ListItem& item : content.items) take(item.blocks);
    } else if constexpr (requires { content.rows; }) {
      for (TableCell& cell : content.head.cells) take(cell.blocks);
      for (TableRow& row : content.rows)
        for (TableCell& cell : row.cells) take(cell.blocks);
    } else if constexpr (requires { content.blocks; }) {
      take(content.blocks);
    }
  }
};

}  // namespace

void order_notes(Document& document) {
  NoteOrder order(document.notes.size());
  order.take(document.blocks);
  document.notes = order.ordered(std::move(document.notes));
}

}  // namespace nbpublish
