"""Runs of programs measured, and what several runs say together. For bench.py and bench_compare.py."""

import dataclasses
import os
import signal
import statistics
import subprocess
import sys
import time


class Failed(Exception):
    """A program that did not do what it was started for; what it said last."""


@dataclasses.dataclass
class Sample:
    """What a run took, all processes that it started included. Runs one after the other add up."""

    cpu: float = 0  # seconds
    wall: float = 0  # seconds
    memory: float = 0  # MB, of the largest single process
    size: int = 0  # bytes of the files that were made

    def __add__(self, other):
        return Sample(self.cpu + other.cpu, self.wall + other.wall, max(self.memory, other.memory), self.size + other.size)


def run(command, log, limit=3600, accepted=(0,)):
    """Runs it with its output in the file `log`. A Sample without a size; Failed for another exit code, and after `limit` seconds."""
    with open(log, "wb") as output:
        start = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                   start_new_session=True)
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
        signal.alarm(limit)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # an interrupt: nothing goes on behind our back
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            signal.alarm(0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        with open(log, encoding="utf-8", errors="replace") as output:
            lines = output.read().strip().splitlines()
        why = f"takes more than {limit} s" if wall >= limit else lines[-1] if lines else f"exit {process.returncode}"
        raise Failed(f"{os.path.basename(str(command[0]))}: {why}")
    return Sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def figures(samples, field):
    return [getattr(sample, field) for sample in samples]


def spread(values):
    """The median of some numbers, the least and the greatest."""
    return {"median": statistics.median(values), "least": min(values), "greatest": max(values)}


def ratio(above, below):
    """Ratios of what was measured in the same rounds, so that a machine that is slower in one of them changes little."""
    return spread([a / b for a, b in zip(above, below)])


def shown(value, digits=2):
    """'1.24 (1.20-1.31)'"""
    return f"{value['median']:.{digits}f} ({value['least']:.{digits}f}-{value['greatest']:.{digits}f})"


def print_table(rows):
    """Rows of words; the first column to the left, the others to the right."""
    widths = [max(len(row[i]) for row in rows if i < len(row)) for i in range(max(map(len, rows)))]
    for row in rows:
        cells = [word.ljust(width) if i == 0 else word.rjust(width) for i, (word, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())


def print_progress(words):
    print(words, file=sys.stderr, flush=True)


def end_orderly():
    """Makes a request to end an exception, so that what was begun is put away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
