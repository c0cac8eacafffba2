#!/usr/bin/env python3
"""Two builds of nbpublish on one book, in turn: what the newer takes as a multiple of what the older takes.

usage: bench_compare.py [--runs N] [--json FILE] BUILD BASE BOOK

BUILD is the folder of the newer build; BASE a revision, which is built in a worktree inside of build/ that is removed afterwards. To be run
in the root of the repository."""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # nothing beside the sources

from bench import made_files, stage_figures
from measuring import Failed, end_orderly, figures, print_progress, print_table, ratio, run, shown

WORKTREE = pathlib.Path("build/bench-base")
FETCHED = ["fonts/files", "build/npm"]  # what `make setup` has put into this tree, and no revision has


def git(*words):
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout.strip()


def remove_worktree():
    if WORKTREE.exists():
        subprocess.run(["git", "worktree", "remove", "--force", WORKTREE], capture_output=True)
        shutil.rmtree(WORKTREE, ignore_errors=True)
    git("worktree", "prune")


def build(base):
    """The build folder of the revision."""
    commit = git("rev-parse", "--verify", f"{base}^{{commit}}")
    remove_worktree()
    git("worktree", "add", "--detach", str(WORKTREE), commit)
    for folder in map(pathlib.Path, FETCHED):
        if folder.exists():
            (WORKTREE / folder).parent.mkdir(parents=True, exist_ok=True)
            (WORKTREE / folder).symlink_to(folder.resolve())
    print_progress(f"building {commit[:10]}")
    subprocess.run(["cmake", "--preset", "release"], cwd=WORKTREE, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "nbpublish"], cwd=WORKTREE, check=True, stdout=sys.stderr)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "layout_bench"], cwd=WORKTREE, stdout=sys.stderr)
    return WORKTREE / "build/release"


def publish(folder, book, place):
    """A cold run for screens."""
    shutil.rmtree(place / "run", ignore_errors=True)
    log = place / "log"
    sample = run([folder / "src/nbpublish", "--all", "--quiet", "--pdf", "--edition", "screen", "--book", book, "--out", place / "run/out",
                  "--cache", place / "run/cache"], log, accepted=(0, 1))
    files = made_files(log)
    if not files:
        raise Failed(f"nbpublish of {folder} made nothing")
    sample.size = sum(path.stat().st_size for path in files)
    return sample


def layout_seconds(folder, book):
    """The last of what layout_bench prints is the whole."""
    words = subprocess.run([folder / "tests/layout_bench", book], capture_output=True, text=True, check=True).stdout
    return list(stage_figures(words).values())[-1]


def compare(base, new, book, runs):
    """{what: ratio}"""
    has_layout = all((folder / "tests/layout_bench").exists() for folder in (base, new))
    samples, layouts = {base: [], new: []}, {base: [], new: []}
    with tempfile.TemporaryDirectory() as work:
        for number in range(1, runs + 1):
            for folder in (base, new):
                print_progress(f"round {number} of {runs}: {folder}")
                samples[folder].append(publish(folder, book, pathlib.Path(work)))
                if has_layout:
                    layouts[folder].append(layout_seconds(folder, book))
    ratios = {name: ratio(figures(samples[new], field), figures(samples[base], field))
              for name, field in (("cold, CPU", "cpu"), ("cold, wall", "wall"), ("memory", "memory"), ("size", "size"))}
    if has_layout:
        ratios["layout, CPU"] = ratio(layouts[new], layouts[base])
    return ratios


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("base")
    parser.add_argument("book", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path, help="file for the ratios")
    options = parser.parse_args()
    end_orderly()
    try:
        ratios = compare(build(options.base), options.build, options.book, options.runs)
    except subprocess.CalledProcessError as failure:
        sys.exit(failure.stderr or str(failure))
    except Failed as failure:
        sys.exit(str(failure))
    finally:
        remove_worktree()
    print_table([[f"to {options.base}", "median (least-greatest)"]] + [[name, shown(value, 3)] for name, value in ratios.items()])
    if options.json:
        options.json.write_text(json.dumps(ratios, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
