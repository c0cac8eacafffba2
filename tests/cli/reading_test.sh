#!/bin/sh
# What authors write and other makers' books hold: every file is made, links lead where they should, and what was lost is told.
# usage: reading_test.sh NBPUBLISH ROOT CHECK_PDF_LINKS CHECK_EPUB
set -eu
nbpublish=$1 check_pdf_links=$3 check_epub=$4
# shellcheck source=tests/cli/small_book.sh
. "$2/tests/cli/small_book.sh"
mkdir -p "$book/chapters/01-topic"
cat >"$book/chapters/01-topic/01-one.md" <<'END'
<a id="top"></a>

# The first chapter

Up to [the title](#the-first-chapter) and [the top](#top), to [a cell](#cell), [an item](#item), [a note](#in-note), [a picture](#picture),
[code](#code), [a summary](#summary), [nothing](#nothing), [an empty cell](#empty-cell), [the end](#end), [a row](#row), [HTML](#html),
[a heading without words](#labelled) and [an empty quotation](#quoted).[^n]

[^n]: Words.

    <a id="in-note"></a>

##

## <!-- a comment -->

## &nbsp;

## {#labelled}

<h2 id="html" align="center">A heading <em>in HTML</em></h2>

| a | b |
|---|---|
| <a id="cell"></a>x | <a id="empty-cell"></a> |

<table id="table"><tr id="row"><td>x</td></tr></table>

- <a name="item"></a>item

> <a id="quoted"></a>

<a id="picture"></a>

![A gear](gear.svg)

<a id="code"></a>

```js
a();
```

<details id="nothing"><summary id="summary">More</summary>

words

</details>

##### Run in <a id="run-in"></a>

[Run in](#run-in), [ ](https://example.org/nothing), **&nbsp;**, <b></b>, a &#xFFFE; b, $\alpha$ and [](#the-first-chapter).

"https://example.org/q", [Chinese](https://example.org/法令/第3条?q=日本#節), [quote](https://example.org/?q="x"), [space](<https://example.org/a b>),
[IDN](https://bücher.example/ü), [IPv6](http://[2001:db8::1]:8080/x) and [mail](mailto:änn@example.org).

<a id="end"></a>
END
cat >"$book/chapters/01-topic/02-two.md" <<'END'
# Second

Back to [the first](01-one.md#the-first-chapter), [its top](01-one.md#top), [a cell](01-one.md#cell) and [HTML](01-one.md#html).

<!-- TODO: the rest

## Hidden
END
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90"><rect width="9" height="9"/></svg>' >"$book/chapters/01-topic/gear.svg"
mkdir "$work/here"
cd "$work/here"

run volume-1 --pdf --epub --book "$book" --out out
expect_status 0 "what authors write: $(cat "$work/err")"
[ -s out/volume-1/volume-1-print.pdf ] || fail "no print PDF"
"$check_pdf_links" out/volume-1/volume-1-screen.pdf >links || fail "links of the PDF"
grep -q " 32 links inside, 8 outside" links || fail "links that vanished: $(cat links)"
"$check_epub" out/volume-1/volume-1.epub >/dev/null || fail "references of the EPUB"
expect_err "01-one.md:13:1: warning[empty-heading]" "an empty heading's line"
expect_err "02-two.md:5:1: warning[unclosed-markup]" "an unclosed comment's line"
expect_err "warning[mathematics]" "mathematics"
expect_err "warning[invalid-text]" "an entity for no character"
pdftotext out/volume-1/volume-1-screen.pdf text
! grep -q "Hidden" text || fail "what a comment hides is printed"
grep -qF '$\alpha$' text || fail "TeX does not stand as it was written"
qpdf --qdf --object-streams=disable out/volume-1/volume-1-screen.pdf plain.pdf
for address in 'https://example.org/q' 'https://example.org/%E6%B3%95%E4%BB%A4/%E7%AC%AC3%E6%9D%A1?q=%E6%97%A5%E6%9C%AC#%E7%AF%80' 'https://example.org/?q=%22x%22' \
  'https://example.org/a%20b' 'https://xn--bcher-kva.example/%C3%BC' 'http://[2001:db8::1]:8080/x' 'mailto:%C3%A4nn@example.org'; do
  grep -aqF "/URI ($address)" plain.pdf || fail "the PDF has no address $address"
  unzip -p out/volume-1/volume-1.epub 'EPUB/text/*.xhtml' | grep -qF "href=\"$address\"" || fail "the EPUB has no address $address"
done
unzip -p out/volume-1/volume-1.epub EPUB/text/contents.xhtml >nav
! grep -Eq '<a [^>]*>[[:space:]]*</a>' nav || fail "an empty entry of the navigation"

exit "$failed"
