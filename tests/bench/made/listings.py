"""Code: JavaScript in the shapes that a technical book shows, and some JSON, shell and output."""

from made.dice import Weighted
from made.lexicon import ACTIONS, CODES, KEYS, MODULES
from made.prose import camel, capitalised

# As measured: of ten listings one has a line, five at most five, one more than 16, one of a hundred more than 48.
LINES = [(0, 1), (0.1, 1), (0.25, 2.5), (0.5, 4.5), (0.75, 8), (0.9, 15), (0.99, 40), (1, 79)]
_LANGUAGES = Weighted([("js", 88), ("json", 2), ("bash", 2.5), ("text", 4.5), ("console", 3)])
_LONG = 0.09  # of statements that get a comment behind them: so 4 of 100 lines are beyond 66 columns, as measured
_LONGEST, _CUT = 90, 56  # columns: a line of more than the one is cut to the other


class Listings:
    def __init__(self, dice, prose):
        self._dice = dice
        self._prose = prose

    def listing(self):
        """(language, lines)"""
        language = self._dice.pick_by(_LANGUAGES)
        count = round(self._dice.quantile(LINES))
        return language, getattr(self, "_" + language)(count)

    # ---- names and expressions

    def _key(self):
        return self._dice.pick(KEYS)

    def _name(self):
        return camel(self._key(), self._key()) if self._dice.chance(0.35) else self._key()

    def _action(self):
        return camel(self._dice.pick(ACTIONS), self._key())

    def _literal(self):
        dice = self._dice
        kind = dice.between(1, 6)
        if kind == 1:
            return str(dice.pick([0, 1, 2, 16, 64, 1024, 4096, 65536, 30_000]))
        if kind == 2:
            return f"'{self._key()}'"
        if kind == 3:
            return f"'/{dice.pick(MODULES)}/{self._key()}.log'"
        if kind == 4:
            return dice.pick(["true", "false", "null", "undefined"])
        if kind == 5:
            return f"`{self._key()} ${{{self._name()}}}`"
        return f"{{ {self._key()}: {dice.between(1, 90)} }}"

    def _call(self):
        dice = self._dice
        arguments = ", ".join(self._name() if dice.chance(0.6) else self._literal() for _ in range(dice.pick([0, 1, 1, 1, 2, 2])))
        owner = dice.pick(MODULES + KEYS) + "." if dice.chance(0.7) else ""
        return f"{owner}{self._action() if dice.chance(0.5) else dice.pick(ACTIONS)}({arguments})"

    def _comment(self, most=48):
        text = self._prose.clause().replace("`", "").replace("’", "'").replace("*", "")
        return "// " + text[: most - 3].rsplit(" ", 1)[0] if len(text) > most - 3 else "// " + text

    # ---- statements: lines without indentation of their own; blocks indent what they hold

    def _statement(self, room, depth):
        dice = self._dice
        kind = dice.between(1, 12)
        if room >= 3 and depth < 3 and kind <= 5:
            return self._block(room, depth)
        if kind <= 7:
            return [f"const {self._name()} = {dice.pick(['', '', 'await ', 'new '])}{self._call()};"]
        if kind == 8:
            return [f"{dice.pick(MODULES)}.{self._key()} {dice.pick(['=', '+=', '??='])} {self._literal()};"]
        if kind == 9:
            return [f"console.log({self._literal()}, {self._name()});"]
        if kind == 10:
            return [self._comment()]
        if kind == 11 and depth > 0:
            return [f"return {self._call()};"]
        return [f"{self._call()};"]

    def _block(self, room, depth):
        dice = self._dice
        name, key = self._name(), self._key()
        heads = [
            (f"if ({name} {dice.pick(['<', '>', '===', '!=='])} {dice.pick(KEYS)}.{self._key()}) {{", "}"),
            (f"for (const {key} of {self._call()}) {{", "}"),
            (f"{dice.pick(['async ', ''])}function {self._action()}({key}, {name}Limit = {dice.between(1, 64)}) {{", "}"),
            (f"{dice.pick(MODULES)}.on('{dice.pick(ACTIONS)}', ({key}) => {{", "});"),
            ("try {", f"}} catch (error) {{\n  if (error.code !== '{dice.pick(CODES)}') throw error;\n}}"),
            (f"while (!{key}.{dice.pick(['done', 'closed', 'empty'])}) {{", "}"),
            (f"const {self._action()} = async ({key}) => {{", "};"),
        ]
        head, foot = dice.pick(heads)
        inside = self._statements(min(room - 2, dice.between(1, 7)), depth + 1)
        return [head] + ["  " + line if line else "" for line in inside] + foot.split("\n")

    def _statements(self, count, depth):
        lines = []
        while len(lines) < count:
            if lines and count - len(lines) > 3 and self._dice.chance(0.2 if depth == 0 else 0.08) and lines[-1]:
                lines.append("")
            lines += self._statement(count - len(lines), depth)
        return lines

    def _with_long_lines(self, lines):
        """Here and there a comment behind a line makes it longer than a page is wide."""
        out = []
        for line in lines:
            if line.endswith(";") and self._dice.chance(_LONG):
                width = self._dice.pick([67, 69, 70, 72, 74, 76, 78, 80, 84, 88])
                line += "  " + self._comment(max(12, width - len(line)))
            out.append(line)
        return out

    def _class(self, count):
        name = capitalised(self._name()) + "Store"
        lines = [f"class {name} {{", f"  #{self._key()} = new Map();", ""]
        while len(lines) < count - 1:
            body = self._statements(self._dice.between(1, min(8, max(1, count - len(lines)))), 1)
            lines += [f"  {self._action()}({self._key()}) {{"] + ["    " + line if line else "" for line in body] + ["  }", ""]
        return lines[:-1] + ["}"]

    def _js(self, count):
        dice = self._dice
        if count > 14 and dice.chance(0.4):
            lines = self._class(count)
        else:
            lines = []
            if count > 3 and dice.chance(0.35):
                module = dice.pick(MODULES)
                lines = [f"const {module} = require('node:{module}');", ""] if dice.chance(0.5) else [
                    f"import {{ {self._action()}, {self._name()} }} from 'node:{module}';", ""]
            lines += self._statements(max(1, count - len(lines)), 0)
        return self._with_long_lines([line if len(line) < _LONGEST else line[:_CUT].rstrip() for line in lines])

    # ---- other languages

    def _json(self, count):
        values = ["true", "42", f'"{self._key()}"', "[1, 2, 3]", "null"]
        pairs = [f'  "{self._name()}{i}": {self._dice.pick(values)}' for i in range(count)]
        return ["{", *(pair + "," for pair in pairs[:-1]), pairs[-1], "}"]

    def _bash(self, count):
        def command():
            return f"node --{self._dice.pick(ACTIONS)}-{self._key()}={self._dice.between(1, 512)} {self._key()}.js"

        return [command() for _ in range(min(count, 5))]

    def _console(self, count):
        return [f"$ node {self._key()}.js"] + self._text(min(count, 12))

    def _text(self, count):
        units = ["ms", "bytes", "calls", "pages"]
        return [f"{self._key()}: {self._dice.between(1, 99_999)} {self._dice.pick(units)}" for _ in range(min(count, 20))]
