#!/bin/sh
# Sourced by the tests of the command: a small book in a temporary folder, and ways to run and to expect.
# Sets $work (removed at exit) and $book; the caller has set $nbpublish.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
book=$work/book
failed=0
unset SOURCE_DATE_EPOCH

make_book() {  # a manifest, two volumes, a draft, links, a note, a table, a listing, a picture
  mkdir -p "$book/chapters" "$book/figures"
  cat >"$book/book.toml" <<'END'
title = "A Small Book"
authors = ["Ada Example"]
rights = "© Ada Example"
date = "2026-01-02"

[front]
preface = "preface.md"

[[volume]]
key = "volume-1"
title = "Beginnings"
identifiers = { pdf = "urn:uuid:903691a6-7225-5353-9a1b-fc3a34449bcd", epub = "urn:uuid:6f5b46c2-b0e2-5a47-a887-8eabf81f7f53" }

  [[volume.topic]]
  title = "Streams"
  chapter = [{ file = "chapters/one.md" }, { file = "chapters/two.md" }, { file = "chapters/draft.md", status = "draft" }]

[[volume]]
key = "volume-2"
title = "Ends"
identifiers = { pdf = "urn:uuid:f6c78e43-8aef-59d5-a848-e7975c3a4bf1", epub = "urn:uuid:b40de0cc-af10-5792-8ac2-cc05f642170a" }

  [[volume.topic]]
  title = "Files"
  chapter = [{ file = "chapters/three.md" }]
END
  echo 'Words before the book.' >"$book/preface.md"
  cat >"$book/chapters/one.md" <<'END'
---
title: First Chapter
---

Words with a note[^n], a link to [the second](two.md#inside) and one to [a site](https://example.org/).

[^n]: The note.

![What it shows](../figures/box.svg "A box.")

```js title="server.js"
const answer = 42;
```

| Name | Bytes |
|------|------:|
| a    |     1 |
END
  cat >"$book/chapters/two.md" <<'END'
---
title: Second Chapter
---

## Inside

Back to [the first](one.md).
END
  printf -- '---\ntitle: A Draft\n---\n\nNot finished words.\n' >"$book/chapters/draft.md"
  printf -- '---\ntitle: Third Chapter\n---\n\nMore words.\n' >"$book/chapters/three.md"
  echo '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>' \
    >"$book/figures/box.svg"
}

fail() {  # WHAT
  echo "FAILED: $1"
  failed=1
}

run() {  # ARGUMENT...: leaves $status, $work/out and $work/err
  status=0
  "$nbpublish" "$@" >"$work/out" 2>"$work/err" || status=$?
}

expect_status() {  # STATUS WHAT
  [ "$status" = "$1" ] && return
  fail "$2: expected exit $1, got $status"
  sed 's/^/  /' "$work/err" | head -n 10
}
expect_out() {  # WORDS WHAT
  grep -Fq -- "$1" "$work/out" || { fail "$2: no \"$1\" in the output"; sed 's/^/  /' "$work/out" | head -n 10; }
}
expect_err() {  # WORDS WHAT
  grep -Fq -- "$1" "$work/err" || { fail "$2: no \"$1\" among the messages"; sed 's/^/  /' "$work/err" | head -n 10; }
}
expect_silence() {  # WHAT
  [ ! -s "$work/err" ] || { fail "$1: messages"; sed 's/^/  /' "$work/err" | head -n 10; }
}
expect_same() {  # FILE FILE WHAT
  cmp -s "$1" "$2" || fail "$3: $(basename "$1") differs"
}
