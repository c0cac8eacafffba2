#include "document/ids.h"

#include <map>

#include "base/hash.h"
#include "base/overloaded.h"
#include "document/kinds.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// Hashes from the leaves up, so that the whole costs one pass; a container's text is its children's
// hashes. Occurrences are counted in the same order (inner before outer).
class IdAssigner {
 public:
  void assign(Document& document) {
    assign(document.blocks);
    for (Note& note : document.notes) note.id = id_of(hash_of("note", note.name + assign(note.blocks)));
  }

 private:
  // The hashes of all blocks of the list as bytes.
  std::string assign(Blocks& blocks) {
    std::string hashes;
    for (Block& block : blocks) {
      const std::uint64_t hash = hash_of(kind_of(block), text_of(block));
      block.id = id_of(hash);
      hashes += to_hex(hash);
    }
    return hashes;
  }

  std::string text_of(Block& block) {
    std::string text;
    inline_lists_of(block, [&](const Inlines& list) { text += plain_text(list) + '\n'; });
    std::visit(overloaded{[&](CodeBlock& code) { text += code.text; }, [&](List& list) { text += text_of(list); },
                          [&](Table& table) { text += text_of(table); }, [&](Figure& figure) { text += figure.source; },
                          [&](Component& component) { text += component.name; },
                          [&](auto& content) {
                            if constexpr (requires { content.blocks; }) text += assign(content.blocks);
                          }},
               block.content);
    return text;
  }

  std::string text_of(List& list) {
    std::string text;
    for (ListItem& item : list.items) text += identify(item, "item");
    return text;
  }

  std::string text_of(Table& table) {
    std::string text;
    for (TableCell& cell : table.head.cells) text += identify(cell, "cell");
    for (TableRow& row : table.rows)
      for (TableCell& cell : row.cells) text += identify(cell, "cell");
    return text;
  }

  std::string identify(auto& part, std::string_view kind) {
    const std::uint64_t hash = hash_of(kind, assign(part.blocks));
    part.id = id_of(hash);
    return to_hex(hash);
  }

  static std::uint64_t hash_of(std::string_view kind, std::string_view text) { return hash64(text, hash64(kind)); }

  NodeId id_of(std::uint64_t hash) {
    const NodeId id = hash64(std::to_string(seen_[hash]++), hash);
    return id == 0 ? 1 : id;  // 0 means "not assigned"
  }

  std::map<std::uint64_t, std::uint32_t> seen_;
};

}  // namespace

void assign_ids(Document& document) { IdAssigner().assign(document); }

}  // namespace nbpublish
