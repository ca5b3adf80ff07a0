"""Cleaning: what is the document's prose, what is a fact about it, and what only belongs to the page.

    raw blocks | furniture out | English of two languages | (the date line, which `dating` finds)
        | title, captions, bylines out
        | what looks like furniture out | mends

Nothing is lost: every block that leaves is named in a change, with the rule that took it, and no
word is ever added. Cleaning twice is cleaning once.
"""

import re
from dataclasses import dataclass
from functools import partial

from flows.newsroom.cleaning.bylines import Author, find_author, move_body, move_bylines
from flows.newsroom.cleaning.foot import trim_foot
from flows.newsroom.cleaning.furniture import notes_on, remove_furniture
from flows.newsroom.cleaning.lexicon import Lexicon
from flows.newsroom.cleaning.lexicon_file import default_lexicon, extend_lexicon, load_lexicon
from flows.newsroom.cleaning.likely import remove_likely
from flows.newsroom.cleaning.no_story import has_story
from flows.newsroom.cleaning.other_language import take_english
from flows.newsroom.cleaning.proof import Proof, settle, take_up
from flows.newsroom.cleaning.title import find_standfirst, find_title, remove_captions, remove_repetitions
from flows.newsroom.model import Block, Change, RawDocument

__all__ = [
    "Cleaned",
    "Lexicon",
    "default_lexicon",
    "extend_lexicon",
    "finish",
    "has_story",
    "load_lexicon",
    "notes_on",
    "remove_furniture",
    "take_english",
    "take_up",
]

_STRAY_STOPS = re.compile(r"(?<=[.!?])(?: \.)+$|(?<=[^.]\.)\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A document's prose and what stood around it."""

    title: str | None
    standfirst: str | None
    author: Author
    blocks: tuple[Block, ...]
    changes: tuple[Change, ...]  # by the block they are about


def finish(proof: Proof, raw: RawDocument, lexicon: Lexicon) -> Cleaned:
    """Find title, standfirst and author in a proof that has lost its furniture and its date line, and mend the rest."""
    is_mail = raw.source.media_type == "message/rfc822"
    title, proof = find_title(proof, raw.title, is_mail=is_mail)
    proof = move_body(proof) if title else proof
    proof = _without_rest(proof, title, lexicon)
    standfirst = find_standfirst(proof) if title else None
    author = find_author(
        proof.changes,
        standfirst,
        raw.author,
        [line.text for line in proof.lines],
        is_mail=is_mail,
    )
    proof = proof.mended(_without_stray_stops, "stray full stop")
    if lexicon.weighs_signs:
        proof = settle(proof, partial(_without_likely, title=title, standfirst=standfirst, lexicon=lexicon))
    return Cleaned(
        title=title,
        standfirst=standfirst,
        author=author,
        blocks=tuple(line.block for line in proof.lines),
        changes=tuple(sorted(proof.changes, key=lambda change: change.block)),
    )


def _without_likely(proof: Proof, *, title: str | None, standfirst: str | None, lexicon: Lexicon) -> Proof:
    left = remove_likely(proof, standfirst=standfirst)
    return _without_rest(left, title, lexicon) if len(left.lines) < len(proof.lines) else proof


def _without_rest(proof: Proof, title: str | None, lexicon: Lexicon) -> Proof:
    """The proof without repetitions, captions, bylines, what furniture they hid, and the sentences of its foot."""
    return trim_foot(settle(proof, partial(_without_facts, title=title, lexicon=lexicon)), lexicon)


def _without_facts(proof: Proof, *, title: str | None, lexicon: Lexicon) -> Proof:
    proof = remove_repetitions(proof, title) if title else proof
    proof = move_bylines(remove_captions(proof, has_title=title is not None))
    return remove_furniture(proof, lexicon)


def _without_stray_stops(text: str) -> str:
    """A line without what strays behind its last full stop (" . .")."""
    while (shorter := _STRAY_STOPS.sub("", text)) != text:
        text = shorter
    return text
