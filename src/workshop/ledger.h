// Ledger: what is known of pictures from earlier runs, by their content.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/hash.h"
#include "base/result.h"
#include "graph/store.h"

namespace nbpublish {

// One question about a picture: of its bytes, and of all else that the answer depends on.
struct PictureQuestion {
  Hash128 picture, question;
  friend auto operator<=>(const PictureQuestion&, const PictureQuestion&) = default;
};

// An entry of the store for each picture. What another `version` has kept is not found.
class Ledger {
 public:
  // Borrows the store; null: nothing is known, and nothing kept.
  Ledger(Store* store, std::string version) : store_(store), version_(std::move(version)) {}

  // Nothing, that it is sound, or what is wrong with it.
  std::optional<Status> find(const PictureQuestion& question);
  void keep(const PictureQuestion& question, const Status& verdict);
  // Of each picture of which something new was found out: what this run has asked for or found out, and of the rest as much as there is
  // room for.
  void save();

 private:
  struct Verdict {
    Status verdict;
    bool is_used = false;
  };
  struct Page {
    std::map<Hash128, Verdict> verdicts;  // by questions
    bool is_new = false;
  };

  Hash128 key_of(const Hash128& picture) const;
  Page& page_of(const Hash128& picture);
  Page read(const Hash128& picture) const;

  Store* store_;
  std::string version_;
  std::map<Hash128, Page> pages_;  // by pictures: those that were asked for
};

}  // namespace nbpublish
