"""What the set consists of before any text is written: volumes, topics, chapters, and the labels that others may refer to."""

import dataclasses
import re

from made.dice import Dice
from made.prose import Prose

VOLUMES = 4
TOPICS = 38
CHAPTERS = 240
PLANNED_SHARE = 0.05  # of the chapters; they come last in a volume

_VOLUME_TITLES = ["Beginnings", "Constructions", "Measurements", "Operations"]


@dataclasses.dataclass
class Chapter:
    volume: int  # from 1
    topic: int  # from 1, through the set
    number: int  # from 1, in its topic
    title: str
    is_planned: bool = False
    sections: int = 0  # how many headings, figures, listings and tables have labels
    figures: int = 0
    listings: int = 0
    tables: int = 0
    slug: str = ""

    @property
    def name(self):
        return f"{self.topic:02}-{self.number:02}"

    @property
    def labels(self):
        """The labels given in it, the chapter's own first."""
        counts = [("sec", self.sections), ("fig", self.figures), ("lst", self.listings), ("tbl", self.tables)]
        return [f"ch:{self.name}"] + [f"{kind}:{self.name}-{i}" for kind, count in counts for i in range(1, count + 1)]


@dataclasses.dataclass
class Topic:
    volume: int
    number: int
    title: str
    folder: str
    chapters: list


@dataclasses.dataclass
class Plan:
    topics: list

    @property
    def volumes(self):
        """(number, title, topics of it), for each volume."""
        return [(v, title, [topic for topic in self.topics if topic.volume == v]) for v, title in enumerate(_VOLUME_TITLES, 1)]

    @property
    def chapters(self):
        return [chapter for topic in self.topics for chapter in topic.chapters]

    @property
    def written(self):
        return [chapter for chapter in self.chapters if not chapter.is_planned]


def slug_of(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _shares(total, parts):
    """`total` parted into `parts` whole numbers that differ by one at most."""
    return [total * (i + 1) // parts - total * i // parts for i in range(parts)]


def _chapter(dice, volume, topic, number, title):
    chapter = Chapter(volume, topic, number, title, sections=dice.between(1, 3), figures=dice.pick([0, 0, 1, 1, 2]),
                      listings=dice.between(0, 3), tables=dice.pick([0, 0, 1]))
    chapter.slug = slug_of(title)
    return chapter


def make_plan(seed, lexicon, chapters=CHAPTERS):
    dice = Dice(seed, "plan")
    prose = Prose(dice, lexicon)
    topic_count = max(VOLUMES, min(TOPICS, TOPICS * chapters // CHAPTERS))
    titles = set()

    def new_title():
        while (title := prose.title()) in titles:
            pass
        titles.add(title)
        return title

    topics = []
    per_topic = iter(_shares(chapters, topic_count))
    for volume, count in enumerate(_shares(topic_count, VOLUMES), 1):
        for _ in range(count):
            number = len(topics) + 1
            title = new_title()
            entries = [_chapter(dice, volume, number, i, new_title()) for i in range(1, next(per_topic) + 1)]
            topics.append(Topic(volume, number, title, f"chapters/{number:02}-{slug_of(title)}", entries))
        last = topics[-1].chapters
        planned = min(len(last) - 1, max(1, round(chapters * PLANNED_SHARE / VOLUMES)))
        for chapter in last[len(last) - planned:]:
            chapter.is_planned = True
    return Plan(topics)
