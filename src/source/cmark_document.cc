#include "source/cmark_document.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <mutex>

#include "base/utf8.h"

namespace nbpublish {
namespace {

// pandoc's gfm reader strikes with two tildes only.
constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

// One at a time: cmark-gfm 0.29 keeps the characters that its extensions wait for in tables of the whole process, and takes them out of
// them at the end of each text: in another thread's text bare addresses and strikes would then be letters.
cmark_node* parse(std::string_view text) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  (void)registered;
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(kOptions), &cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return cmark_parser_finish(parser.get());
}

// Extensions have no public constants, only names.
bool is_called(cmark_node* node, std::string_view name) { return cmark_node_get_type_string(node) == name; }

bool is_inline(cmark_node* node) { return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE; }

bool is_nesting_block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST;
}

}  // namespace

void CmarkDocument::Free::operator()(cmark_node* node) const { cmark_node_free(node); }

CmarkDocument::CmarkDocument(std::string_view text) : root_(parse(text)) {}

MarkdownShape CmarkDocument::shape() const {
  MarkdownShape shape;
  int blocks = 0, inlines = 0;
  std::size_t cells = 0;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root()), &cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    const bool leaf = cmark_node_first_child(node) == nullptr;
    const int step = event == CMARK_EVENT_EXIT ? -1 : leaf ? 0 : 1;
    if (event == CMARK_EVENT_EXIT && leaf) continue;
    if (is_nesting_block(node)) blocks += step;
    if (is_inline(node)) inlines += step;
    if (event == CMARK_EVENT_ENTER && is_called(node, "table")) cells = 0;
    if (event == CMARK_EVENT_ENTER && is_called(node, "table_cell")) ++cells;
    shape.block_nesting = std::max(shape.block_nesting, blocks);
    shape.inline_nesting = std::max(shape.inline_nesting, inlines);
    shape.table_cells = std::max(shape.table_cells, cells);
  }
  return shape;
}

DecodedEntity decode_entity(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return {};
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  const std::string_view rest = text.substr(1, 64);  // the longest name has 31 letters
  const bufsize_t used = houdini_unescape_ent(&buffer, reinterpret_cast<const uint8_t*>(rest.data()), static_cast<bufsize_t>(rest.size()));
  DecodedEntity entity;
  if (used > 0) {
    entity.length = static_cast<std::size_t>(used) + 1;
    entity.text = sanitise({reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)});
  }
  cmark_strbuf_free(&buffer);
  return entity;
}

}  // namespace nbpublish
