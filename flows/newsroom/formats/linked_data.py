"""What a page says about itself in JSON-LD, in the vocabulary of schema.org."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.newsroom.formats.days import stated_day

_ARTICLE = re.compile(r"Article|Posting|Report")
_PAGE = re.compile(r"WebPage")
_ORGANISATION = re.compile(r"Organi[sz]ation|WebSite|Hospital|MedicalClinic")
# Under these keys stand other documents: related stories, comments, the way to this page.
_ELSEWHERE = frozenset({"itemListElement", "hasPart", "comment", "review", "breadcrumb", "mentions", "citation"})

_APPEARED = ("datePublished", "datePosted")  # the second of a vacancy

_Node = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What the data of a page state."""

    headline: str | None = None
    authors: tuple[str, ...] = ()  # people only
    organisations: tuple[str, ...] = ()  # every organisation that is named, the site among them
    published: dt.date | None = None


def read_linked_data(scripts: Iterable[str]) -> LinkedData:
    """Read the contents of a page's JSON-LD scripts; what is broken is passed over."""
    nodes = [node for script in scripts for node in _nodes(script)]
    # The article speaks before the page that it stands on; otherwise the first speaks.
    subjects = [node for kind in (_ARTICLE, _PAGE) for node in nodes if kind.search(_type(node))]
    known = {_text(node, "@id"): node for node in nodes if "name" in node}
    return LinkedData(
        headline=next(filter(None, (_text(node, "headline") for node in subjects)), None),
        authors=next(filter(None, (tuple(_people(node.get("author"), known)) for node in subjects)), ()),
        organisations=tuple(_text(node, "name") for node in nodes if _ORGANISATION.search(_type(node))),
        published=next(filter(None, (stated_day(_text(node, key)) for node in subjects for key in _APPEARED)), None),
    )


def _nodes(script: str) -> Iterator[_Node]:
    """Every object in a script, in the order in which it is written."""
    try:
        pending: list[object] = [json.loads(script.strip().strip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending += reversed(value)
        elif isinstance(value, dict):
            yield value
            pending += reversed([inner for key, inner in value.items() if key not in _ELSEWHERE])


def _people(author: object, known: Mapping[str, _Node]) -> Iterator[str]:
    """The names of the people among the authors; an organisation signs nothing."""
    if isinstance(author, str):
        yield author
    elif isinstance(author, list):
        for one in author:
            if not isinstance(one, list):
                yield from _people(one, known)
    elif isinstance(author, dict):
        person = author if "name" in author else known.get(_text(author, "@id"), {})
        if not _ORGANISATION.search(_type(person)) and (name := _text(person, "name")):
            yield name


def _type(node: _Node) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _text(node: _Node, key: str) -> str:
    value = node.get(key)
    return value.strip() if isinstance(value, str) else ""
