#!/bin/sh
# What the command tells of a run: before it, while it goes on, and afterwards.
# usage: explain_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
cd "$work"

contents_of() { find "$@" ! -type d -exec cksum {} + | sort; }
publish() { run volume-1 --pdf --epub --book "$book" --out made --cache cache "$@"; }
explain() { run explain "$@" --book "$book" --cache cache; }

# ---- before anything is made

publish --dry-run
expect_status 0 "a dry run"
expect_out "made/volume-1/volume-1-print.pdf" "a dry run names the files"
expect_out "texts: 3 made, 0 from the cache" "a dry run names the texts"
[ ! -e made ] && [ ! -e cache ] || fail "a dry run makes folders"
explain volume-1
expect_status 0 "explaining what was never made"
expect_out "all of it will be made: nothing was made of it yet" "explaining what was never made"
[ ! -e made ] && [ ! -e cache ] || fail "explaining makes folders"

# ---- times and traces

publish --timings --trace trace.json
expect_status 0 "a run with times"
expect_err "CPU s" "a table of times"
[ "$(sed -n '/^stage /,/^all /p' err | wc -l)" -le 30 ] || fail "the table of times has more than 30 lines"
tail -n 1 err | grep -q '^volume-1: print 16 pages' || fail "the last line of a run says what was made"
[ "$(wc -c <trace.json)" -lt 5000000 ] || fail "the trace is larger than 5 MB"
python3 - trace.json <<'END' || fail "the trace cannot be read"
import json, sys
events = json.load(open(sys.argv[1]))["traceEvents"]
assert {e["ph"] for e in events} == {"M", "X"}
assert any(e["cat"] == "pages" for e in events if e["ph"] == "X")
END
publish --trace /dev/full/trace.json
expect_status 3 "a trace that cannot be written"
expect_err "volume-1: print 16 pages" "what a run made, though its trace cannot be written"

# ---- nothing has changed

contents_of made cache >before
publish --dry-run
expect_out "nothing would be made: all is from the cache" "a dry run of what is made already"
explain volume-1
expect_out "nothing will be made: nothing has changed since the last run" "explaining what is as it was"
contents_of made cache >after
expect_same before after "what a dry run and an explanation leave"

# ---- an edit

sed -i 's/## Inside/## Within/' "$book/chapters/two.md"
explain 1.2
expect_status 0 "explaining a chapter"
expect_out "text: will be made: heading at two.md:5 changed" "explaining a chapter"
explain two.md page 5
expect_out "page 5 (1.2 Second Chapter, two.md:5-7; volume-1, six-by-nine): will be made: heading at two.md:5 changed" "explaining a page"
publish --dry-run
expect_out "texts: 1 made, 2 from the cache" "a dry run after an edit"
expect_out "chapters/two.md: heading at two.md:5 changed" "a dry run after an edit"
contents_of made cache >after
expect_same before after "what a dry run and an explanation leave"
publish
explain 1.2
expect_out "text: made in the last run: heading at two.md:5 changed" "explaining what was made"
explain 1.1
expect_out "text: from the cache in the last run: nothing had changed" "explaining what was found"

# ---- a key of a style

mkdir -p "$book/styles/mine"
printf 'extends = "six-by-nine"\n[text]\nindent = 20\n' >"$book/styles/mine/style.toml"
sed -i '1i style = "mine"' "$book/book.toml"
publish
sed -i 's/indent = 20/indent = 22/' "$book/styles/mine/style.toml"
explain
expect_out "style key text.indent is 22, was 20" "explaining a key of the style"

# ---- wrong use, and what can be explained of a book with mistakes

explain 1.7
expect_status 2 "a chapter that there is not"
expect_err "did you mean '1.1'?" "a chapter that there is not"
explain page
expect_status 2 "a page without a number"
explain page 999
expect_status 2 "a page that there is not"
echo 'See [nothing](#fig:nowhere).' >>"$book/chapters/two.md"
explain 1.2
expect_status 0 "a book with mistakes"
expect_out "paragraph at two.md:7 changed" "a book with mistakes"

exit $failed
