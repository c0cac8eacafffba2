"""Sentences that are English in all but sense, with the marks that a technical book has in them: code, emphasis, contractions, dashes."""

from made.dice import Weighted
from made.lexicon import ACTIONS, CODES, KEYS, MODULES, gerund, past, plural, third_person

# So that half of all sentences have 12 words or more, and a tenth 23, as measured.
_SHAPES = Weighted([("plain", 27), ("short", 9), ("two", 34), ("opened", 18), ("named", 12)])
_CODE = Weighted([("call", 42), ("member", 22), ("name", 22), ("code", 6), ("flag", 4), ("file", 4)])


def capitalised(text):
    return text[:1].upper() + text[1:]


def camel(*words):
    return words[0] + "".join(capitalised(word) for word in words[1:])


class Prose:
    def __init__(self, dice, lexicon):
        self._dice = dice
        self._words = lexicon

    # ---- words

    def noun(self):
        return self._dice.pick_by(self._words.nouns)

    def adjective(self):
        return self._dice.pick_by(self._words.adjectives)

    def verb(self):
        return self._dice.pick_by(self._words.verbs)

    def code(self):
        """What stands between backticks."""
        dice = self._dice
        kind = dice.pick_by(_CODE)
        if kind == "call":
            call = camel(dice.pick(ACTIONS), dice.pick(KEYS)) if dice.chance(0.6) else dice.pick(ACTIONS)
            owner = dice.pick(MODULES + KEYS) + "." if dice.chance(0.65) else ""
            argument = dice.pick(KEYS) if dice.chance(0.25) else ""
            return f"{owner}{call}({argument})"
        if kind == "member":
            return f"{dice.pick(MODULES + KEYS)}.{camel(dice.pick(KEYS), dice.pick(KEYS)) if dice.chance(0.4) else dice.pick(KEYS)}"
        if kind == "name":
            return dice.pick(KEYS) if dice.chance(0.5) else camel(dice.pick(KEYS), dice.pick(KEYS))
        if kind == "code":
            return dice.pick(CODES)
        if kind == "flag":
            return f"--{dice.pick(ACTIONS)}-{dice.pick(KEYS)}"
        return f"{dice.pick(MODULES)}/{dice.pick(KEYS)}.js"

    # ---- phrases

    def thing(self, depth=0):
        """A noun phrase; as often code as the measured book has it."""
        dice = self._dice
        if dice.chance(0.16):
            code = f"`{self.code()}`"
            return f"the {code} {self.noun()}" if dice.chance(0.2) else code
        if dice.chance(0.05):
            return f"{dice.pick(['two', 'three', 'four', 'several', 'most', '16', '64', '1,024', '40', 'a few'])} {plural(self.noun())}"
        noun = self.noun()
        if dice.chance(0.1):
            noun = f"{noun} {self.noun()}"
        adjective = self.adjective() + " " if dice.chance(0.33) else ""
        if dice.chance(0.22):
            phrase = adjective + plural(noun)
        else:
            determiner = dice.pick_by(self._words.determiners)
            if determiner == "a" and (adjective + noun)[0] in "aeiou":
                determiner = "an"
            phrase = f"{determiner} {adjective}{noun}"
        if depth == 0 and dice.chance(0.2):
            phrase += f" of {self.thing(1)}"
        return phrase

    def doing(self):
        """A verb phrase of the third person."""
        dice = self._dice
        adverb = dice.pick_by(self._words.adverbs) + " " if dice.chance(0.16) else ""
        kind = dice.between(1, 10)
        if kind <= 4:
            phrase = f"{adverb}{third_person(self.verb())} {self.thing()}"
        elif kind == 5:
            phrase = f"is {adverb}{past(self.verb())} by {self.thing()}"
        elif kind == 6:
            phrase = f"{dice.pick(['can', 'may', 'must', 'should', 'will', 'has to'])} {adverb}{self.verb()} {self.thing()}"
        elif kind == 7:
            phrase = f"{dice.pick(['doesn’t', 'won’t', 'can’t', 'never has to'])} {self.verb()} {self.thing()}"
        elif kind == 8:
            phrase = f"is {self.adjective()}"
        elif kind == 9:
            phrase = f"keeps {gerund(self.verb())}"
        else:
            phrase = f"{past(self.verb())} {self.thing()}"
        if dice.chance(0.4):
            phrase += f" {dice.pick_by(self._words.places)} {self.thing(1)}"
        return phrase

    def clause(self):
        subject = self._dice.pick(["it", "that", "this", "nothing", "the rest", "Node"]) if self._dice.chance(0.2) else self.thing()
        return f"{subject} {self.doing()}"

    # ---- sentences

    def sentence(self):
        dice = self._dice
        shape = dice.pick_by(_SHAPES)
        if shape == "plain":
            text = self.clause()
        elif shape == "short":
            text = dice.pick([f"{self.adjective()} {plural(self.noun())}", f"no {self.noun()}", f"{self.verb()} the {self.noun()}",
                              f"it’s {self.adjective()}", f"that {self.noun()} {third_person(self.verb())}", f"same {self.noun()}"])
        elif shape == "two":
            link = dice.pick_by(self._words.links)
            text = f"{self.clause()}{',' if link in ('so', 'but', 'and', 'and then') else ''} {link} {self.clause()}"
        elif shape == "opened":
            text = f"{dice.pick(['when', 'if', 'once', 'while', 'since', 'by the time'])} {self.clause()}, {self.clause()}"
        else:
            text = f"{self.clause()} - {dice.pick(['for example', 'usually', 'at least', 'in other words', 'and that is'])} {self.thing()}"
        if dice.chance(0.02):
            text += f", which is *{dice.pick(['not', 'the', 'also', 'only'])} {self.noun()}*"
        elif dice.chance(0.02):
            text = f"**{self.adjective()} {self.noun()}**: {text}"
        return capitalised(text) + (dice.pick("??!") if dice.chance(0.03) else ".")

    def words(self, count):
        """Sentences of about `count` words together."""
        sentences, have = [], 0
        while have < count - 6 or not sentences:
            sentences.append(self.sentence())
            have += len(sentences[-1].split())
        return " ".join(sentences)

    def lead_in(self):
        """What stands before a listing, a list or a table."""
        return capitalised(f"{self.clause()}:")

    # ---- names

    def title(self):
        dice = self._dice
        kind = dice.between(1, 5)
        nouns = capitalised(plural(self.noun()))
        if kind == 1:
            return f"The {capitalised(self.noun())} of {nouns}"
        if kind == 2:
            return f"{capitalised(self.adjective())} {nouns}"
        if kind == 3:
            return f"{capitalised(gerund(self.verb()))} {capitalised(self.adjective())} {nouns}"
        if kind == 4:
            return f"{nouns} and {capitalised(plural(self.noun()))}"
        return f"What Each {capitalised(self.noun())} {capitalised(third_person(self.verb()))}"

    def caption(self):
        nouns, others = plural(self.noun()), plural(self.noun())
        return f"The {self.adjective()} {self.noun()} of {nouns}, {gerund(self.verb())} {self.adjective()} {others}."

    def heading(self):
        title = self.title()
        return f"{title} in `{self.code()}`" if self._dice.chance(0.05) else title
