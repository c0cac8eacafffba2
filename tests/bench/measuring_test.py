#!/usr/bin/env python3
"""What the scripts behind `make bench` are made of. usage: measuring_test.py ROOT"""

import os
import pathlib
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(sys.argv.pop(1)) / "scripts"))

import bench
import bench_compare
import measuring

LAYOUT = """volume-1: 674 pages, 28 texts, warm caches
paragraphs: shaped and itemised                0.100 s   10 %
layout of the volume, cold caches              1.000 s  100 %
"""
PDF = """screen
draw             0.500 CPU-s    0.500 ms/page
print
draw             0.750 CPU-s    0.750 ms/page
parts 12 bytes, joined 13 bytes, equal: true
"""


def is_alive(state):
    """By /proc/PID/stat; one that nobody has waited for yet is dead."""
    try:
        return state.read_text().rsplit(") ", 1)[1][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Measuring(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)

    def run_shell(self, script, **how):
        return measuring.run(["sh", "-c", script], self.work / "log", **how)

    def test_counts_what_children_take(self):
        busy = "i=0; while [ $i -lt 60000 ]; do i=$((i + 1)); done"
        sample = self.run_shell(f"(sh -c '{busy}') & wait")
        self.assertGreater(sample.cpu, 0.005)
        self.assertGreater(sample.memory, 0.5)

    def test_fails_with_the_last_words(self):
        with self.assertRaisesRegex(measuring.Failed, "sh: no paper"):
            self.run_shell("echo ink; echo no paper >&2; exit 3")
        self.run_shell("exit 3", accepted=(3,))

    def test_ends_what_takes_too_long_with_all_its_children(self):
        with self.assertRaisesRegex(measuring.Failed, "takes more than 1 s"):
            self.run_shell(f"sleep 60 & echo $! >{self.work}/pid; wait", limit=1)
        state = pathlib.Path("/proc", (self.work / "pid").read_text().strip(), "stat")
        deadline = time.monotonic() + 10
        while is_alive(state):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)

    def test_ratios_are_those_of_the_rounds(self):
        self.assertEqual(measuring.ratio([2, 20, 6], [1, 10, 2]), {"median": 2, "least": 2, "greatest": 3})

    def test_samples_add_up(self):
        whole = measuring.Sample(1, 2, 30, 4) + measuring.Sample(1, 2, 20, 4)
        self.assertEqual(whole, measuring.Sample(2, 4, 30, 8))


class Stages(unittest.TestCase):
    def test_reads_what_the_benches_print(self):
        self.assertEqual(bench.stage_figures(LAYOUT), {"volume-1: paragraphs: shaped and itemised": 0.1,
                                                       "volume-1: layout of the volume, cold caches": 1.0})
        self.assertEqual(bench.stage_figures(PDF), {"screen: draw": 0.5, "print: draw": 0.75})


class Edit(unittest.TestCase):
    def test_changes_one_word_of_prose(self):
        matter = '---\ntitle: "A title, the longest line of the whole chapter"\n---\n\n'
        text = f"{matter}Four words of prose.\n\n```js\nlong(code, that, is, none)\n```\n"
        edited = bench.with_a_word_edited(text, "new")
        self.assertEqual(edited, text.replace("words of prose", "words new prose"))


class Compare(unittest.TestCase):
    def fake_build(self, folder, size, layout=None):
        """A build whose nbpublish makes a file of so many bytes."""
        (folder / "src").mkdir(parents=True)
        (folder / "tests").mkdir()
        programs = {"src/nbpublish": 'while [ "$1" != --out ]; do shift; done\n'
                                     f'mkdir -p "$2"\nhead -c {size} /dev/zero >"$2/a.pdf"\necho "$2/a.pdf"\n'}
        if layout:
            programs["tests/layout_bench"] = f"echo 'layout of the volume  {layout} s  100 %'\n"
        for name, script in programs.items():
            (folder / name).write_text("#!/bin/sh\n" + script)
            os.chmod(folder / name, 0o755)
        return folder

    def test_tells_the_newer_as_a_multiple_of_the_older(self):
        with tempfile.TemporaryDirectory() as work:
            older = self.fake_build(pathlib.Path(work) / "older", 1000, "2.000")
            newer = self.fake_build(pathlib.Path(work) / "newer", 1500, "1.000")
            ratios = bench_compare.compare(older, newer, pathlib.Path(work), 2)
        self.assertEqual(ratios["size"], {"median": 1.5, "least": 1.5, "greatest": 1.5})
        self.assertEqual(ratios["layout, CPU"]["median"], 0.5)
        self.assertEqual(set(ratios), {"cold, CPU", "cold, wall", "memory", "size", "layout, CPU"})

    def test_leaves_out_a_layout_bench_that_one_lacks(self):
        with tempfile.TemporaryDirectory() as work:
            older = self.fake_build(pathlib.Path(work) / "older", 1000)
            newer = self.fake_build(pathlib.Path(work) / "newer", 1000, "1.000")
            self.assertNotIn("layout, CPU", bench_compare.compare(older, newer, pathlib.Path(work), 1))


if __name__ == "__main__":
    unittest.main()
