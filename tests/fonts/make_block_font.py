#!/usr/bin/env python3
"""Makes the fonts for tests: every advance is obvious, so an expected paragraph is a readable table.

Needed only to regenerate tests/fonts/files/ and tests/fonts/fonts.toml (apt-get install python3-fonttools):

    /usr/bin/python3 tests/fonts/make_block_font.py

  block.ttf  1 em for every character of ASCII, Latin-1 and U+2010-2026
  signs.ttf  1 em, a fallback: arrows and box drawing; it has no space, as real symbol fonts may
  wide.ttf   2 em, the next fallback: an arrow that signs.ttf has too, digits, and a tick

The em is 1000 units; letters reach from 0 to 700, small ones to 500. The same input gives the same bytes.
"""
import hashlib
import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

HERE = pathlib.Path(__file__).parent

TEXT = [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027)]
SIGNS = [*range(0x2190, 0x219A), *range(0x2500, 0x25A0)]
WIDE = [*range(0x30, 0x3A), 0x2192, 0x2713]

BLANK = {0x20, 0xA0, 0xAD}
SMALL = set(map(ord, "acemnorsuvwxz"))


def box(width, height):
    pen = TTGlyphPen(None)
    if height:
        corners = [(100, 0), (100, height), (width - 100, height), (width - 100, 0)]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def height_of(code):
    return 0 if code in BLANK else 500 if code in SMALL else 700


def make(file, family, codes, width):
    names = {code: f"uni{code:04X}" for code in codes}
    order = [".notdef", *names.values()]
    glyphs = {".notdef": box(width, 700), **{name: box(width, height_of(code)) for code, name in names.items()}}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (width, 0 if name[3:] in ("0020", "00A0", "00AD") else 100) for name in order})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(HERE / "files" / file)


# family, weight, italic, file, fallback
FACES = [
    *[("Block Serif", weight, italic, "block.ttf", False) for weight in (400, 600) for italic in (False, True)],
    *[("Block Sans", weight, False, "block.ttf", False) for weight in (400, 600, 700)],
    *[("Block Mono", weight, False, "block.ttf", False) for weight in (300, 400, 700)],
    ("Block Mono", 400, True, "block.ttf", False),
    ("Block Signs", 400, False, "signs.ttf", True),
    ("Block Wide", 400, False, "wide.ttf", True),
]


def write_manifest():
    lines = ["# Faces for tests; written by make_block_font.py."]
    for family, weight, italic, file, fallback in FACES:
        digest = hashlib.sha256((HERE / "files" / file).read_bytes()).hexdigest()
        lines += ["", "[[font]]", f'family = "{family}"', f"weight = {weight}", f"italic = {str(italic).lower()}",
                  f'file = "{file}"', f'sha256 = "{digest}"']
        lines += ["fallback = true"] if fallback else []
    (HERE / "fonts.toml").write_text("\n".join(lines) + "\n")


make("block.ttf", "Block", TEXT, 1000)
make("signs.ttf", "Block Signs", SIGNS, 1000)
make("wide.ttf", "Block Wide", WIDE, 2000)
write_manifest()
