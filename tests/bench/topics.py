"""How often the subject of a news text is found, by keywords alone and by the hybrid: public sets of other fields."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.categorisers import Categoriser
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.model import Article, Category, Classification, Taxonomy
from tests.bench import gov_uk
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
    columns = ("set", "texts", "keywords alone", "hybrid", "hybrid is sure of", "right where it is sure")
    table = Table(*columns, title="Subject as labelled, without training")
    for name, parts, read, taxonomy in (
        ("BBC, 5 classes", ("bbc",), read_bbc, BBC),
        ("AG News, 4 classes", ("ag_news_csv", "test.csv"), read_ag, AG),
        ("GOV.UK, 4 classes", gov_uk.PARTS, read_gov_uk, GOV_UK),
    ):
        path = public_data(*parts)
        if path is None:
            screen.print(why_skipped(name, *parts))
            continue
        texts = spread(list(read(path)))
        table.add_row(name, str(len(texts)), *_row(texts, taxonomy))
    if table.row_count:
        screen.print(table)


def _row(texts: Sequence[Gold], taxonomy: Taxonomy) -> Iterator[str]:
    made = {one: Hybrid()(_article(one), taxonomy) for one in texts}
    sure = [one for one in texts if not made[one].is_unsure]
    yield f"{share(Keywords(), texts, taxonomy):.3f}"
    yield f"{_share_of_right(texts, made):.3f}"
    yield f"{len(sure) / len(texts):.3f}"
    yield f"{_share_of_right(sure, made):.3f}" if sure else "-"


def share(categoriser: Categoriser, texts: Sequence[Gold], taxonomy: Taxonomy) -> float:
    """The part of `texts` whose first topic is the labelled one."""
    return _share_of_right(texts, {one: categoriser(_article(one), taxonomy) for one in texts})


def _share_of_right(texts: Sequence[Gold], made: Mapping[Gold, Classification]) -> float:
    return sum(bool(made[one].topics) and made[one].topics[0].category == one.key for one in texts) / len(texts)


def _article(text: Gold) -> Article:
    return an_article(*text.text.splitlines(), headline=text.title)


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


def read_gov_uk(file: Path) -> Iterator[Gold]:
    """Pages of the areas of GOV.UK that speak of one thing each: some areas are one class, most are none."""
    for page in gov_uk.read_pages(file):
        if (key := AREAS.get(page.area or "")) is not None:
            yield Gold(title=page.title, text=page.text, key=key)


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
AREAS = {
    "benefits": "benefits",
    "disabilities": "benefits",
    "childcare-parenting": "families",
    "births-deaths-marriages": "families",
    "education": "education",
    "working": "work",
    "employing-people": "work",
}
"""Of the areas of GOV.UK ("/browse/education"), the class of each that is one of four; the others are left out."""

_BENEFITS = (
    "benefit",
    "universal credit",
    "allowance",
    "personal independence payment",
    "pension credit",
    "disability",
    "carer",
    "claim",
    "eligibility",
    "housing benefit",
    "low income",
)
_FAMILIES = (
    "child",
    "parent",
    "baby",
    "birth",
    "pregnancy",
    "adoption",
    "fostering",
    "childcare",
    "marriage",
    "divorce",
    "death",
)
_EDUCATION = (
    "school",
    "student",
    "college",
    "university",
    "course",
    "student loan",
    "bursary",
    "teacher",
    "exam",
    "qualification",
    "apprenticeship",
)
_WORK = (
    "job",
    "employer",
    "employee",
    "pay",
    "holiday entitlement",
    "redundancy",
    "contract",
    "minimum wage",
    "working hours",
    "dismissal",
    "trade union",
)
GOV_UK = Taxonomy(
    categories=(
        _category("benefits", "Benefits", "Money from the state for people who are ill, disabled or poor", _BENEFITS),
        _category("families", "Families", "Children, childcare, births, deaths, marriage and divorce", _FAMILIES),
        _category("education", "Education", "Schools, courses, students and money for them", _EDUCATION),
        _category("work", "Work", "Jobs, pay, contracts and the rights of those who work", _WORK),
    )
)
