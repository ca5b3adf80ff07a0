"""Signs of a sentence that is about one person, and about what nobody but that person may tell: weak, and many.

None of them decides by itself. Words count as classes (signs.toml), so that a word which no labelled document has
counts as much as its like.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from flows.newsroom.language.calendar import MONTH
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, NAME, is_personal
from flows.newsroom.language.words import forms
from flows.newsroom.model import Article, BlockKind

_FULL = re.compile(rf"(?<![\w’'-]){FULL_NAME}")  # begun within a long name, it would be looked for again and again
_NAME = re.compile(NAME)
_TITLED = re.compile(rf"\b{HONORIFIC} (?:{NAME}|[A-Z]\b)(?![ -]{NAME})")
# A title with a surname, or only the title where the whole name follows.
_OF_A_TITLE = re.compile(rf"\b{HONORIFIC} (?:{NAME}(?![ -]{NAME}))?")
_MONTH = re.compile(rf"\b{MONTH}")
_LARGE = re.compile(r"\d{3}|\d ?(?:%|per cent)")
_SMALL = re.compile(r"(?<![\d.,£])\d{1,2}(?![\d.,:%])")
_MARK = re.compile(r"[“”\"‘]")
_PAST = re.compile(r"[a-z]{2,}ed\Z")
ALWAYS = "always"
"""A sign that every sentence has."""

WHOLE_NAME = "whole name"
"""Somebody is named in full, as those are who act in public."""

_WHO = frozenset(
    ("he or she", "I", "family", "a man or a woman", "a child", "somebody", "first name", "titled", "one person")
)
_MATTERS = frozenset(
    ("health", "mind", "addiction", "violence", "police", "money", "home", "death", "feeling", "conduct", "marriage")
) | {"body", "origin", "family", "a child"}
_PEOPLE = frozenset({"who is cared for", "who works", "a man or a woman", "a child", "family"})
_SINGLE = frozenset({"a", "an", "one", "another", "my", "our", "the", "her", "his", "their", "whose"})
_CARRIED = frozenset({"he or she", "I", "first name", "one person", "a matter of a person"})
_KINDS = {BlockKind.QUOTATION: "quotation", BlockKind.ROW: "row", BlockKind.ITEM: "item", BlockKind.HEADING: "heading"}
_SHORT, _LONG = 6, 24  # words
_OF_THE_WHOLE = {"I": (0.15, 0.4), "he or she": (0.2, 0.45), "we": (0.3,), "family": (0.1,), "people at large": (0.4,)}
_PRIOR = 6  # sentences of a usual document, by which a short one is judged


def signs_of(article: Article) -> list[frozenset[str]]:
    """The signs of each sentence of an article, those of the sentence before and of the whole among them."""
    own = [signs_of_text(sentence.text) for sentence in article.sentences]
    whole = frozenset(_of_the_whole(own))
    found = []
    for index, sentence in enumerate(article.sentences):
        signs = set(own[index]) | whole
        if index and article.sentences[index - 1].block == sentence.block:
            signs.update(f"before: {sign}" for sign in own[index - 1] & _CARRIED)
        if kind := _KINDS.get(article.blocks[sentence.block].kind):
            signs.add(kind)
        found.append(frozenset(signs))
    return found


def _of_the_whole(own: Sequence[frozenset[str]]) -> Iterator[str]:
    for sign, steps in _OF_THE_WHOLE.items():
        share = sum(sign in signs for signs in own) / (len(own) + _PRIOR)
        yield from (f"whole: {sign} {step}" for step in steps if share >= step)


def signs_of_text(text: str) -> frozenset[str]:
    """The signs that a sentence has by itself."""
    words, classes = forms(text), _classes()
    signs = {ALWAYS, *(name for word in words & classes.keys() for name in classes[word])}
    signs.update(_names(text))
    if not _PEOPLE.isdisjoint(signs) and not _SINGLE.isdisjoint(words):
        signs.add("one person")
    if any(map(_PAST.match, words)):
        signs.add("past")
    signs.update(name for name, form in _FORMS.items() if form.search(text))
    if len(words) < _SHORT:
        signs.add("short")
    elif len(words) > _LONG:
        signs.add("long")
    signs.update(_together(signs))
    return frozenset(signs)


_FORMS = {"month": _MONTH, "large figure": _LARGE, "small figure": _SMALL, "mark": _MARK}


def _names(text: str) -> Iterator[str]:
    if _TITLED.search(text):
        yield "titled"
    bare = _OF_A_TITLE.sub("", text)
    full = [match.group() for match in _FULL.finditer(bare) if is_personal(match.group())]
    if full:
        yield WHOLE_NAME
    known = {word for name in full for word in name.split()}
    if any(match.group() in FIRST_NAMES and match.group() not in known for match in _NAME.finditer(bare)):
        yield "first name"
    if "?" in text:
        yield "question"
    if "£" in text:
        yield "pounds"


def _together(signs: set[str]) -> Iterator[str]:
    has_who, has_matter = not _WHO.isdisjoint(signs), not _MATTERS.isdisjoint(signs)
    if has_who and has_matter:
        yield "a matter of a person"
        yield from (f"a matter with {who}" for who in ("I", "he or she") if who in signs)
    if has_who and "told" in signs:
        yield "told of a person"
    if not has_who:
        yield from (f"only {name}" for name in ("people at large", "bodies") if name in signs)
    if "ought" in signs and signs.isdisjoint({"he or she", "I"}):
        yield "in general"


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each word."""
    table = dict[str, tuple[str, ...]]()
    for each in tomllib.loads(files(__package__).joinpath("signs.toml").read_text(encoding="utf-8"))["class"]:
        for word in each["words"].split():
            table[word] = (*table.get(word, ()), each["name"])
    return table
