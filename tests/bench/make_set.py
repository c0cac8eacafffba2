#!/usr/bin/env python3
"""Writes a set of books for measuring: four volumes of a technical book as long as a real one, with labels and references through all of
them, and not a sentence that means anything. The same seed gives the same bytes, with any Python from 3.10.

usage: make_set.py [--seed N] [--chapters N] [--scale X] FOLDER

--chapters 8 --scale 0.1 is a set for tests. FOLDER is made; what a run before has left in it is replaced if this program made it."""

import argparse
import pathlib
import shutil
import sys

sys.dont_write_bytecode = True  # nothing beside the sources

from made import plan as plans
from made.chapter_text import ChapterText
from made.dice import Dice
from made.lexicon import Lexicon
from made.manifest import MARK, manifest
from made.prose import Prose


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_set(folder, seed, chapters, scale):
    lexicon = Lexicon(Dice(seed, "lexicon"))
    plan = plans.make_plan(seed, lexicon, chapters)
    for chapter in plan.written:
        text = ChapterText(Dice(seed, chapter.name), lexicon, plan, chapter, scale)
        write(folder / plan.topics[chapter.topic - 1].folder / f"{chapter.number:02}-{chapter.slug}.md", text.text())
        for name, drawing in text.drawings.items():
            write(folder / "figures" / name, drawing)
    prose = Prose(Dice(seed, "preface"), lexicon)
    write(folder / "front/preface.md", "\n\n".join(prose.words(60) for _ in range(6)) + "\n")
    write(folder / "book.toml", manifest(plan, seed))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--chapters", type=int, default=plans.CHAPTERS, help="in all, those without text included; at least 8")
    parser.add_argument("--scale", type=float, default=1.0, help="of chapters' lengths")
    options = parser.parse_args()
    if options.chapters < 2 * plans.VOLUMES:
        parser.error(f"a set has {2 * plans.VOLUMES} chapters or more")
    if options.folder.exists():
        made = options.folder / "book.toml"
        if not made.exists() or not made.read_text(encoding="utf-8").startswith(MARK):
            parser.error(f"{options.folder} is something else")
        shutil.rmtree(options.folder)
    write_set(options.folder, options.seed, options.chapters, options.scale)


if __name__ == "__main__":
    main()
