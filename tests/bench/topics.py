"""How often the subject of a news text is found, by keywords alone and by the hybrid: public sets of other fields."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.categorisers import Categoriser
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.model import Category, Taxonomy
from tests.bench.public import public_data, why_skipped
from tests.factories import an_article

_MOST = 800  # texts of a set, evenly spread over it
_SPORT = ("match", "team", "player", "coach", "champion", "league", "cup", "olympic", "football", "tennis", "season")
_BUSINESS = ("company", "profit", "shares", "bank", "market", "economy", "sales", "oil price", "investor", "growth")
_TECHNOLOGY = (
    "software",
    "computer",
    "internet",
    "mobile phone",
    "online",
    "microsoft",
    "google",
    "scientist",
    "space",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A text and the key of the category it belongs to."""

    title: str
    text: str
    key: str


def show(screen: Console) -> None:
    """Print the table, or why a set is left out."""
    table = Table("set", "texts", "keywords alone", "hybrid", title="Subject as labelled, without training")
    for name, parts, read, taxonomy in (
        ("BBC, 5 classes", ("bbc",), read_bbc, BBC),
        ("AG News, 4 classes", ("ag_news_csv", "test.csv"), read_ag, AG),
    ):
        path = public_data(*parts)
        if path is None:
            screen.print(why_skipped(name, *parts))
            continue
        texts = spread(list(read(path)))
        table.add_row(
            name, str(len(texts)), *(f"{share(each, texts, taxonomy):.3f}" for each in (Keywords(), Hybrid()))
        )
    if table.row_count:
        screen.print(table)


def share(categoriser: Categoriser, texts: Sequence[Gold], taxonomy: Taxonomy) -> float:
    """The part of `texts` whose first topic is the labelled one."""
    made = (categoriser(an_article(*one.text.splitlines(), headline=one.title), taxonomy).topics for one in texts)
    return sum(bool(topics) and topics[0].category == one.key for topics, one in zip(made, texts, strict=True)) / len(
        texts
    )


def spread(texts: Sequence[Gold]) -> list[Gold]:
    """At most 800 of `texts`, one out of every few."""
    return list(islice(texts[:: max(1, len(texts) // _MOST)], _MOST))


def read_bbc(folder: Path) -> Iterator[Gold]:
    """The set as it is passed around: a folder a class, a file a text, the title on the first line."""
    for path in sorted(folder.glob("*/*.txt")):
        title, _, text = path.read_text(encoding="utf-8", errors="replace").partition("\n")
        yield Gold(title=title, text=text.replace("\n\n", "\n").strip() or title, key=path.parent.name)


def read_ag(file: Path) -> Iterator[Gold]:
    """The set as it is passed around: class 1 to 4, title, text."""
    keys = [category.key for category in AG.categories]
    with file.open(encoding="utf-8", newline="") as rows:
        for number, title, text in csv.reader(rows):
            yield Gold(title=title, text=text, key=keys[int(number) - 1])


def _category(key: str, name: str, line: str, words: Sequence[str]) -> Category:
    return Category(key=key, name=name, line=line, words=tuple(words))


_POLITICS = ("minister", "government", "election", "party", "labour", "tory", "parliament", "vote", "policy")
_SCREEN = ("film", "music", "actor", "album", "band", "award", "oscar", "singer", "television", "festival")
_WORLD = ("president", "iraq", "troops", "minister", "killed", "peace", "election", "united nations", "bomb", "war")

BBC = Taxonomy(
    categories=(
        _category("business", "Business", "Companies, markets, trade and the economy", _BUSINESS),
        _category("entertainment", "Entertainment", "Films, music, television and the people in them", _SCREEN),
        _category("politics", "Politics", "Government, parties, elections and Parliament", _POLITICS),
        _category("sport", "Sport", "Matches, players, clubs and championships", _SPORT),
        _category("tech", "Technology", "Computers, the internet, games and gadgets", _TECHNOLOGY),
    )
)
AG = Taxonomy(
    categories=(
        _category("world", "World", "Politics, conflict and events in other countries", _WORLD),
        _category("sports", "Sports", "Matches, players, clubs and championships", _SPORT),
        _category("business", "Business", "Companies, markets, trade and the economy", _BUSINESS),
        _category("technology", "Science and technology", "Computers, the internet, science and space", _TECHNOLOGY),
    )
)
