"""Figures: boxes and arrows, and charts of bars, in SVG."""

from made.lexicon import KEYS

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="432" height="{height}" viewBox="0 0 432 {height}"'
    ' font-family="Inter, sans-serif" font-size="12">'
)


def boxes(dice):
    """Some boxes in a row, an arrow from each to the next."""
    count = dice.between(3, 4)
    width = 432 // count - 20
    parts = [_HEAD.format(height=90)]
    for i in range(count):
        x = 10 + i * (width + 20)
        ground = dice.pick(["#E8EEF4", "#F3F3F3"])
        parts.append(f'<rect x="{x}" y="20" width="{width}" height="50" rx="4" fill="{ground}" stroke="#014A75"/>')
        parts.append(f'<text x="{x + width // 2}" y="49" text-anchor="middle" fill="#1A1A1A">{dice.pick(KEYS)}</text>')
        if i + 1 < count:
            end = x + width + 20
            parts.append(f'<path d="M{x + width} 45H{end - 2}M{end - 7} 41L{end - 2} 45L{end - 7} 49" fill="none" stroke="#1A1A1A"/>')
    return "\n".join(parts + ["</svg>", ""])


def bars(dice):
    """A chart of horizontal bars with their names and values."""
    count = dice.between(3, 7)
    parts = [_HEAD.format(height=24 * count + 20)]
    for i in range(count):
        value = dice.between(20, 240)
        y = 10 + 24 * i
        parts.append(f'<text x="10" y="{y + 14}" fill="#1A1A1A">{dice.pick(KEYS)}</text>')
        parts.append(f'<rect x="90" y="{y + 2}" width="{value}" height="16" fill="#014A75"/>')
        parts.append(f'<text x="{96 + value}" y="{y + 14}" fill="#1A1A1A">{value} ms</text>')
    return "\n".join(parts + ["</svg>", ""])
