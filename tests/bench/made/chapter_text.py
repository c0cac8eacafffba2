"""A chapter as Markdown. How long it is, and how often what stands in it, are the numbers of a real technical book, measured with
pandoc: 28 chapters, 160,000 words. Of that book itself there is nothing here."""

from made.dice import Weighted
from made.drawings import bars, boxes
from made.listings import Listings
from made.prose import Prose, capitalised

CHAPTER_WORDS = [(0, 2700), (0.1, 3900), (0.25, 4500), (0.5, 5050), (0.75, 6600), (0.9, 7500), (1, 8300)]
PARAGRAPH_WORDS = [(0, 3), (0.1, 9), (0.25, 20), (0.5, 37), (0.75, 54), (0.9, 69), (0.99, 102), (1, 150)]
ITEM_WORDS = [(0, 3), (0.1, 5), (0.25, 8), (0.5, 13), (0.75, 24), (0.9, 38), (1, 90)]
ALERT_WORDS = [(0, 8), (0.5, 38), (0.9, 62), (1, 110)]
LISTINGS_PER_PARAGRAPH = [(0, 0.07), (0.1, 0.11), (0.5, 0.29), (0.9, 0.42), (1, 0.5)]

# The chances that it comes behind a paragraph, if nothing before it in this list does; subsections only in chapters that have them.
_BULLETS, _NUMBERED, _ALERT, _TABLE, _FIGURE, _SECTION, _SUBSECTION = 0.029, 0.02, 0.03, 0.003, 0.03, 0.23, 0.55
# The chances that it stands in a paragraph.
_REFERENCE, _NOTE, _MENTION, _ADDRESS = 0.06, 0.008, 0.02, 0.006
_ALERTS = Weighted([("NOTE", 46), ("IMPORTANT", 13), ("TIP", 10), ("WARNING", 16), ("CAUTION", 13)])


class ChapterText:
    """Writes one chapter: text(), and then `drawings`, the figures that it shows, by their file names."""

    def __init__(self, dice, lexicon, plan, chapter, scale):
        self._dice = dice
        self._prose = Prose(dice, lexicon)
        self._listings = Listings(dice, self._prose)
        self._chapter = chapter
        self._plan = plan
        self._near = [other for other in plan.written if other.volume == chapter.volume]
        self._far = [other for other in plan.written if other.volume != chapter.volume]
        self._words = int(dice.quantile(CHAPTER_WORDS) * scale)
        self._listing_rate = dice.quantile(LISTINGS_PER_PARAGRAPH)
        self._has_subsections = dice.chance(0.6)
        self._notes = []
        # Labels still to be given, by kind, and with how many of the words behind them the next one is.
        self._labels = {kind: [label for label in chapter.labels if label.startswith(kind)] for kind in ("sec:", "fig:", "lst:", "tbl:")}
        self.drawings = {}

    def text(self):
        blocks = [self._front_matter()]
        have, since_heading, is_in_section = 0, 1, False
        while have < self._words:
            since_heading += 1
            for block in [self._paragraph(), *self._behind_paragraph(since_heading, is_in_section)]:
                have += 0 if block.startswith("```") else len(block.split())
                if block.startswith("#"):
                    since_heading, is_in_section = 0, True
                blocks.append(block)
        blocks += self._what_is_owed()
        blocks.append(f"{self._paragraph()} {self._reference(self._dice.pick(self._far))}")  # each leads to another volume at its end
        blocks += self._notes
        return "\n\n".join(blocks) + "\n"

    def _front_matter(self):
        lines = [f'title: "{self._chapter.title}"', 'date: "2026-02-22"', f'excerpt: "{self._prose.sentence()}"',
                 f"label: ch:{self._chapter.name}", "published: true", "toc: true"]
        return "\n".join(["---", *lines, "---"])

    # ---- paragraphs

    def _paragraph(self):
        dice = self._dice
        text = self._prose.words(dice.quantile(PARAGRAPH_WORDS))
        if dice.chance(_REFERENCE):
            text += " " + self._reference(dice.pick([self._chapter] * 3 + [dice.pick(self._near)] * 2 + [dice.pick(self._far)]))
        if dice.chance(_MENTION):
            other = dice.pick(self._plan.chapters)
            text += f" Chapter {other.topic}.{other.number} {dice.pick(['has more of it', 'measures that', 'begins there'])}."
        if dice.chance(_ADDRESS):
            text += f" [{capitalised(self._prose.noun())}](https://example.org/{self._prose.noun()}) has the {self._prose.noun()}."
        if dice.chance(_NOTE):
            self._notes.append(f"[^{len(self._notes) + 1}]: {self._prose.words(22)}")
            text += f"[^{len(self._notes)}]"
        return text

    def _reference(self, target):
        """A sentence with a link to that chapter, or to something in it."""
        dice = self._dice
        label = dice.pick(target.labels)
        words = f"the {self._prose.adjective()} {self._prose.noun()}"
        return dice.pick([
            f"See [](#{label}).",
            f"[](#{label}) shows {self._prose.thing(1)}.",
            f'It is on [](#{label} "page").',
            f'That is what [{words}](#{label} "page") was about.',
            f"We have met [{words}](#{label}) before.",
        ])

    # ---- what stands between paragraphs

    def _behind_paragraph(self, since_heading, is_in_section):
        dice = self._dice
        if dice.chance(_BULLETS):
            return [self._prose.lead_in(), self._list("-")]
        if dice.chance(_NUMBERED):
            return [self._list("1.")]
        if dice.chance(_ALERT):
            kind = dice.pick_by(_ALERTS)
            return [f"> [!{kind}]\n> {self._prose.words(dice.quantile(ALERT_WORDS))}"]
        if dice.chance(_TABLE):
            return [self._prose.lead_in(), self._table([])]
        if self._labels["fig:"] and dice.chance(_FIGURE):
            return [self._figure(self._labels["fig:"])]
        if dice.chance(self._listing_rate):
            lead = [self._prose.lead_in()] if dice.chance(0.3) else []
            return lead + [self._listing(self._labels["lst:"] if dice.chance(0.15) else [])]
        if since_heading > 2 and dice.chance(_SECTION):
            return [self._heading("##", self._labels["sec:"])]
        if since_heading > 2 and is_in_section and self._has_subsections and dice.chance(_SUBSECTION):
            return [self._heading("###", [])]
        return []

    def _what_is_owed(self):
        """The labelled pieces that chance has not placed: others refer to them."""
        owed = []
        for kind, make in (("fig:", self._figure), ("lst:", self._listing), ("tbl:", self._table)):
            while self._labels[kind]:
                owed += [self._paragraph(), make(self._labels[kind])]
        while self._labels["sec:"]:
            owed += [self._paragraph(), self._heading("##", self._labels["sec:"])]
        return owed

    def _heading(self, level, labels):
        label = f" {{#{labels.pop(0)}}}" if labels else ""
        return f"{level} {self._prose.heading()}{label}"

    def _listing(self, labels):
        language, lines = self._listings.listing()
        info = language
        if labels:
            info += f' caption="{self._prose.caption()}" {{#{labels.pop(0)}}}'
        elif language == "js" and self._dice.chance(0.06):
            info += f' title="{self._dice.pick(["main", "server", "probe", "worker", "measure"])}.js"'
        return "\n".join([f"```{info}", *lines, "```"])

    def _list(self, mark):
        dice = self._dice
        lines = []
        for _ in range(dice.pick([2, 3, 3, 3, 4, 4, 5, 6, 8])):
            words = self._prose.words(dice.quantile(ITEM_WORDS))
            if dice.chance(0.5):
                words = f"**{capitalised(self._prose.adjective())} {self._prose.noun()}**: {words}"
            lines.append(f"{mark} {words}")
            if dice.chance(0.03):
                lines += [" " * (len(mark) + 1) + f"- {self._prose.words(8)}" for _ in range(dice.between(2, 4))]
        return "\n".join(lines)

    def _table(self, labels):
        dice = self._dice
        columns = dice.pick([2, 2, 3, 3, 4, 5])
        rows = [[capitalised(self._prose.noun()) for _ in range(columns)]]
        rows.append(["---"] + [dice.pick(["---", "---:"]) for _ in range(columns - 1)])
        for _ in range(dice.between(3, 10)):
            cells = [f"`{self._prose.code()}`" if dice.chance(0.5) else self._prose.noun()]
            for _ in range(columns - 1):
                if dice.chance(0.4):
                    cells.append(str(dice.between(1, 9999)))
                else:
                    cells.append(self._prose.noun() if dice.chance(0.6) else self._prose.words(4 if columns > 3 else 7))
            rows.append(cells)
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return f"{table}\n\nTable: {self._prose.caption()} {{#{labels.pop(0)}}}" if labels else table

    def _figure(self, labels):
        label = labels.pop(0)
        name = label.replace(":", "-") + ".svg"
        self.drawings[name] = self._dice.pick([boxes, bars])(self._dice)
        return f'![{self._prose.caption()}](../../figures/{name} "{self._prose.caption()}"){{#{label}}}'
