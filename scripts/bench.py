#!/usr/bin/env python3
"""What publishing a book costs: cold, warm, after an edit, in all editions, beside the floor (tests/bench/floor) and what other programs
that are installed here take for the same text. CPU time of all processes, time on the clock, and the memory of the largest process. Each is
run once in each round, in turn; a table of medians and ratios is printed, and a JSON file has all of it. Nothing depends on the figures.

usage: bench.py [--runs N] [--json FILE] [--stages] NBPUBLISH BENCHES BOOK

BENCHES is the folder of floor_bench and, for --stages, of layout_bench, pdf_bench and epub_bench; what is missing is left out. The book is
copied first and never changed."""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # nothing beside the sources

from measuring import Failed, Sample, end_orderly, figures, print_progress, print_table, ratio, run, shown, spread

CHAPTERS_PER_PANDOC = 15  # as nbpublish has it: more take more memory, and no less time
PEERS = ["typst", "lualatex", "xelatex", "weasyprint"]
PEER_LIMIT = 1800  # seconds
EDITIONS = ["--edition", "print", "--edition", "screen", "--edition", "screen-dark"]

# What other programs cannot know of a book's folder: where pictures are, and which places links lead to.
PEER_FILTER = "function Image() return {} end\nfunction Link(link) return link.content end\n"


def chapters_of(book):
    files = [path for path in (book / "chapters").rglob("*") if path.suffix in (".md", ".mdx") and path.name != "README.md"]
    return sorted(files)


def made_files(log):
    """nbpublish prints the path of each file that it has made, on a line of its own."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [path for path in map(pathlib.Path, lines) if path.suffix in (".pdf", ".epub") and path.is_file()]


def page_count(pdfs):
    """0 without pdfinfo."""
    if not shutil.which("pdfinfo"):
        return 0
    told = [subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout for pdf in pdfs]
    return sum(int(re.search(r"^Pages: +(\d+)", words, re.M).group(1)) for words in told)


def with_a_word_edited(text, new):
    """The text with a word of its longest paragraph replaced."""
    lines = text.split("\n")
    prose, is_code = [], False
    begin = lines.index("---", 1) if lines[0] == "---" else 0
    for i, line in enumerate(lines[begin:], begin):
        is_code ^= line.lstrip().startswith("```")
        if not is_code and line[:1].isalpha():
            prose.append(i)
    at = max(prose, key=lambda i: len(lines[i]))
    words = lines[at].split(" ")
    middle = len(words) // 2
    word = next(i for i in (*range(middle, len(words)), *range(middle)) if words[i].isalnum())
    words[word] = new
    lines[at] = " ".join(words)
    return "\n".join(lines)


class Bench:
    """What can be measured of a copy of the book, each a function without arguments that gives a Sample."""

    def __init__(self, options, work):
        self._nbpublish = options.nbpublish.resolve()
        self._floor = (options.benches / "floor_bench").resolve()
        self._work = work
        self._book = work / "book"
        self._edits = 0
        shutil.copytree(options.book, self._book, symlinks=True, ignore=shutil.ignore_patterns("build", ".git"))
        self.chapters = chapters_of(self._book)
        self._store_diagrams()
        self.pages = 0
        self.floor_stages = {}

    def _store_diagrams(self):
        """Drawn by a browser, once, as authors do: neither the floor nor the peers draw any. Without a browser they stay text."""
        try:
            run([self._nbpublish, "diagrams", "--quiet", "--book", self._book], self._work / "log", accepted=(0, 1))
        except Failed as failure:
            print(f"diagrams are not drawn: {failure}", file=sys.stderr)

    def subjects(self):
        """(name, function), in the order in which they are to be run: warm and edit go on from what cold has left."""
        return [("pandoc alone", self._pandoc), ("floor", self._whole_floor), ("cold", self._cold), ("warm", self._warm),
                ("edit", self._edit), ("all editions", self._all_editions), *self._peers()]

    # ---- nbpublish

    def _publish(self, place, arguments):
        command = [self._nbpublish, "--all", "--quiet", "--book", self._book, "--out", place / "out", "--cache", place / "cache"]
        log = self._work / "log"
        sample = run([*command, *arguments], log, accepted=(0, 1))  # 1: the book has errors, and is made
        files = made_files(log)
        if not files:
            raise Failed(f"nbpublish made nothing: {log.read_text(encoding='utf-8', errors='replace')[:500]}")
        sample.size = sum(path.stat().st_size for path in files)
        if arguments == ["--pdf", "--edition", "screen"] and not self.pages:
            self.pages = page_count(files)
        return sample

    def _new_place(self, name):
        shutil.rmtree(self._work / name, ignore_errors=True)
        return self._work / name

    def _cold(self):
        return self._publish(self._new_place("screen"), ["--pdf", "--edition", "screen"])

    def _warm(self):
        return self._publish(self._work / "screen", ["--pdf", "--edition", "screen"])

    def _edit(self):
        self._edit_a_word()
        return self._warm()

    def _all_editions(self):
        return self._publish(self._new_place("editions"), ["--pdf", *EDITIONS, "--epub"])

    def _edit_a_word(self):
        """Another word in the chapter in the middle, each time."""
        chapter = self.chapters[len(self.chapters) // 2]
        self._edits += 1
        chapter.write_text(with_a_word_edited(chapter.read_text(encoding="utf-8"), f"edited{self._edits}"), encoding="utf-8")

    # ---- the floor

    def _trees(self):
        return [self._work / f"trees-{i}.json" for i in range(0, len(self.chapters), CHAPTERS_PER_PANDOC)]

    def _pandoc(self):
        whole = Sample()
        for i, tree in enumerate(self._trees()):
            part = self.chapters[i * CHAPTERS_PER_PANDOC:(i + 1) * CHAPTERS_PER_PANDOC]
            whole += run(["pandoc", "-f", "gfm", "-t", "json", "-o", tree, *part], self._work / "log")
        return whole

    def _whole_floor(self):
        """Pandoc and the floor program behind it."""
        if not self._floor.exists():
            raise Failed(f"{self._floor.name} is not built")
        pdf, log = self._work / "floor.pdf", self._work / "log"
        sample = self._pandoc() + run([self._floor, "--json", pdf, *self._trees()], log)
        sample.size = pdf.stat().st_size
        self.floor_stages = json.loads(log.read_text(encoding="utf-8"))["stages"]
        return sample

    # ---- other programs

    def _peers(self):
        return [(f"pandoc + {engine}", lambda engine=engine: self._peer(engine)) for engine in PEERS]

    def _peer(self, engine):
        if not shutil.which(engine):
            raise Failed(f"{engine} is not installed")
        formats = subprocess.run(["pandoc", "--list-output-formats"], capture_output=True, text=True).stdout.split()
        if engine == "typst" and engine not in formats:
            raise Failed("this pandoc writes no Typst")
        (self._work / "peer.lua").write_text(PEER_FILTER, encoding="utf-8")
        pdf = self._work / "peer.pdf"
        command = ["pandoc", "-f", "gfm", f"--lua-filter={self._work / 'peer.lua'}", f"--pdf-engine={engine}", "-M", "title=Bench"]
        sample = run([*command, "-o", pdf, *self.chapters], self._work / "log", PEER_LIMIT)
        sample.size = pdf.stat().st_size
        return sample


# ---- what is told of it

UNITS = {"cpu": "cpu_s", "wall": "wall_s", "memory": "memory_mb", "size": "size_bytes"}

RATIOS = [
    ("cold, CPU: to the floor", "cold", "cpu", "floor", "cpu"),
    ("cold, CPU: to pandoc alone", "cold", "cpu", "pandoc alone", "cpu"),
    ("cold, wall to own CPU", "cold", "wall", "cold", "cpu"),
    ("warm, CPU: to cold", "warm", "cpu", "cold", "cpu"),
    ("warm, wall: to cold", "warm", "wall", "cold", "wall"),
    ("edit, CPU: to cold", "edit", "cpu", "cold", "cpu"),
    ("edit, wall: to cold", "edit", "wall", "cold", "wall"),
    ("all editions, CPU: to cold", "all editions", "cpu", "cold", "cpu"),
    ("cold, memory: to the floor", "cold", "memory", "floor", "memory"),
    ("cold, size: to the floor", "cold", "size", "floor", "size"),
]


def ratios_of(measured):
    peers = [(f"cold, CPU: to {name}", "cold", "cpu", name, "cpu") for name in measured if name.startswith("pandoc + ")]
    return {words: ratio(figures(measured[above], field), figures(measured[below], other))
            for words, above, field, below, other in RATIOS + peers if above in measured and below in measured}


def in_units(samples):
    return {unit: spread(figures(samples, field)) for field, unit in UNITS.items()}


def measure(bench, runs):
    """({name: [Sample of each round]}, {name: why it was left out})"""
    measured, left_out = {}, {}
    for number in range(1, runs + 1):
        for name, take in bench.subjects():
            if name in left_out:
                continue
            print_progress(f"round {number} of {runs}: {name}")
            try:
                measured.setdefault(name, []).append(take())
            except (Failed, FileNotFoundError) as failure:
                if name == "cold":
                    raise
                left_out[name] = str(failure)
                del measured[name]
    return measured, left_out


def stage_figures(words):
    """What the benches print, 'name 0.123 s ...' and 'name 0.123 CPU-s ...', below lines without a figure that say of what."""
    found, section = {}, ""
    for line in words.splitlines():
        figure = re.match(r"(.+?) +(\d+\.\d+) (?:s|CPU-s)\b", line)
        if figure:
            found[f"{section}: {figure.group(1)}" if section else figure.group(1)] = float(figure.group(2))
        elif re.match(r"[\w-]+(:|$)", line):
            section = line.split(":")[0]
    return found


def measure_stages(benches, book):
    stages = {}
    for name, arguments in (("layout_bench", [book]), ("pdf_bench", []), ("epub_bench", [book])):
        if not (benches / name).exists():
            continue
        print_progress(name)
        words = subprocess.run([benches / name, *arguments], capture_output=True, text=True).stdout
        print(f"\n{name}\n{words}", end="")
        stages[name] = stage_figures(words)
    return stages


def print_measured(measured, left_out, ratios):
    rows = [["", "CPU s", "wall s", "memory MB", "size MB"]]
    for name, samples in measured.items():
        size = spread(figures(samples, "size"))["median"]
        rows.append([name, shown(spread(figures(samples, "cpu"))), shown(spread(figures(samples, "wall"))),
                     f"{spread(figures(samples, 'memory'))['median']:.0f}", f"{size / 1e6:.2f}" if size else ""])
    print_table(rows)
    for name, why in left_out.items():
        print(f"{name}: left out, {why}")
    print()
    print_table([["ratio", "median (least-greatest)"]] + [[words, shown(value)] for words, value in ratios.items()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nbpublish", type=pathlib.Path)
    parser.add_argument("benches", type=pathlib.Path)
    parser.add_argument("book", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path, help="file for all figures")
    parser.add_argument("--stages", action="store_true", help="layout, PDF and EPUB by stage, too")
    options = parser.parse_args()
    end_orderly()
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(options, pathlib.Path(work))
        if not bench.chapters:
            parser.error(f"no chapters below {options.book}/chapters")
        try:
            measured, left_out = measure(bench, options.runs)
        except Failed as failure:
            sys.exit(str(failure))
        ratios = ratios_of(measured)
        print(f"{len(bench.chapters)} chapters, {bench.pages or '?'} pages; screen PDF but for all editions, which are print, screen, "
              f"screen-dark and EPUB\n{os.cpu_count()} processors; medians of {options.runs} rounds (least-greatest)\n")
        print_measured(measured, left_out, ratios)
    stages = {"floor": bench.floor_stages, **(measure_stages(options.benches, options.book) if options.stages else {})}
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        everything = {
            "chapters": len(bench.chapters), "pages": bench.pages, "processors": os.cpu_count(), "rounds": options.runs,
            "measured": {name: in_units(samples) for name, samples in measured.items()},
            "ratios": ratios, "left_out": left_out, "stages": stages,
        }
        options.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
