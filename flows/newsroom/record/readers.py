"""A record for readers: what is printed and where it stands, without what is for the coordinator alone."""

import json
from collections.abc import Mapping

from flows.newsroom.model import LightKind

HOLDING_BACK = frozenset({LightKind.PRIVACY, LightKind.INSTRUCTION})
"""Lights whose sentences are printed only if a person puts them there."""


def for_readers(content: bytes) -> bytes:
    """The text of issue.json, of any version, for those who get the newsletter.

    Lights, cleaning, documents that are not printed, and everything that stands on a sentence nobody decided to
    print are left out. What is no record of an issue stays as it is.
    """
    try:
        record = json.loads(content)
    except ValueError:
        return content
    if not isinstance(record, dict) or not isinstance(record.get("stories"), list):
        return content
    shown = record | {"stories": list(map(_story, record["stories"])), "left_out": []}
    return (json.dumps(shown, indent=2, ensure_ascii=False) + "\n").encode()


def _story(story: Mapping[str, object]) -> dict[str, object]:
    held_back = {
        light["sentence"]
        for light in _rows(story.get("lights"))
        if light.get("kind") in HOLDING_BACK and light.get("sentence") is not None
    }
    kept = {
        name: [item for item in value if not (isinstance(item, dict) and item.get("sentence") in held_back)]
        for name, value in story.items()
        if isinstance(value, list)
    }
    return {**story, **kept, "lights": [], "changes": []}


def _rows(value: object) -> list[dict[str, object]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
