"""The manifest of the set."""

import uuid

MARK = "# Made by tests/bench/make_set.py."

_HEAD = f"""{MARK}
title = "The Set"
subtitle = "As Long as a Real One"
authors = ["Nobody"]
language = "en-US"
publisher = "nbpublish"
site = "https://example.org"
rights = "Public domain"
date = "2026-11-01"
lists = ["figures", "tables", "listings"]
forward-references = "first"

[front]
preface = "front/preface.md"
"""


def _volume(number, title, topics, seed):
    def identifier(kind):
        return f'{kind} = "urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f"{seed}/{number}/{kind}")}"'

    identifiers = ", ".join(identifier(kind) for kind in ("print", "pdf", "epub"))
    lines = ["", "[[volume]]", f'key = "volume-{number}"', f'title = "{title}"', f"identifiers = {{ {identifiers} }}"]
    for topic in topics:
        lines += ["", "  [[volume.topic]]", f'  folder = "{topic.folder}"', f'  title = "{topic.title}"']
        for chapter in topic.chapters:
            if chapter.is_planned:
                lines += ["", "    [[volume.topic.chapter]]", f'    title = "{chapter.title}"', '    status = "planned"']
    return lines


def manifest(plan, seed):
    lines = _HEAD.splitlines()
    for number, title, topics in plan.volumes:
        lines += _volume(number, title, topics, seed)
    return "\n".join(lines) + "\n"
