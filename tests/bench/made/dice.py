"""Chance that is the same everywhere: of Python's generator only random() is used, whose numbers all versions promise to keep."""

import bisect
import itertools
import random


class Dice:
    """A stream of chance of its own for each name, so that one chapter's text depends on no other's."""

    def __init__(self, seed, name):
        self._random = random.Random(f"{seed}/{name}").random

    def chance(self, probability):
        return self._random() < probability

    def between(self, least, most):
        return least + int(self._random() * (most - least + 1))

    def pick(self, things):
        return things[int(self._random() * len(things))]

    def pick_by(self, weighted):
        """One of the `Weighted`."""
        return weighted.things[bisect.bisect(weighted.sums, self._random() * weighted.sums[-1])]

    def quantile(self, measured):
        """A number distributed as `measured` was: [(share below, value), ...] from (0, least) to (1, most)."""
        at = self._random()
        for (low, a), (high, b) in itertools.pairwise(measured):
            if at <= high:
                return a + (b - a) * (at - low) / (high - low)
        return measured[-1][1]


class Weighted:
    """Things with their weights, [(thing, weight), ...]."""

    def __init__(self, pairs):
        self.things = [thing for thing, _ in pairs]
        self.sums = list(itertools.accumulate(weight for _, weight in pairs))


def as_in_language(words, level=12, steepness=1.3):
    """The words weighted by their rank, as words of a language are (Zipf and Mandelbrot): the first ones come often."""
    return Weighted([(word, (rank + level) ** -steepness) for rank, word in enumerate(words)])
