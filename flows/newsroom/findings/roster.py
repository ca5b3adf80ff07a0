"""Who was there, as minutes list them: "Moira Brown (branch secretary)", later called MS or "the Secretary".

Only what one entry of the list settles is completed: two people with the same initials stay initials.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.language.names import FULL_NAME, HONORIFIC, is_personal
from flows.newsroom.model import Block

_ENTRY = re.compile(rf"(?P<name>{FULL_NAME}) ?\((?P<posts>[^()]{{2,60}})\)")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_TITLED = re.compile(rf"{HONORIFIC} (?P<surname>[A-Z][\w’'-]+)")
_POST = re.compile(r"(?:[Tt]he )(?P<post>[A-Za-z][\w’' -]{2,40})")
_FEWEST = 2  # entries that make a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person of a list."""

    name: str
    posts: tuple[str, ...]  # in small letters: "director", "chair"; initials where the list gives them


def roster_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The people whom a list of those present names with their posts."""
    found = [match for block in blocks if "(" in block.text for match in _ENTRY.finditer(block.text)]
    entries = {
        match["name"]: Entry(name=match["name"], posts=tuple(re.split(r",\s*|;\s*", match["posts"].lower())))
        for match in found
        if is_personal(match["name"])
    }
    return tuple(entries.values()) if len(entries) >= _FEWEST else ()


def in_full(speaker: str, roster: Sequence[Entry]) -> str:
    """The whole name of somebody whom a text calls by initials, by a title and the surname, or by a post."""
    same = [entry.name for entry in roster if _is_called(entry, speaker)]
    return same[0] if len(same) == 1 else speaker


def _is_called(entry: Entry, speaker: str) -> bool:
    words = entry.name.split()
    if _INITIALS.fullmatch(speaker):
        parts = re.split(r"[ -]", entry.name)
        made = {"".join(word[0] for word in words), "".join(part[0] for part in parts)}
        return speaker in made or speaker.lower() in entry.posts
    if titled := _TITLED.fullmatch(speaker):
        return titled["surname"] == words[-1]
    post = _POST.fullmatch(speaker)
    return post is not None and post["post"].lower() in entry.posts
