"""Archives to look at: every kind of issue that the pages must bear, in one output folder."""

import datetime as dt
import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from flows.newsroom import categorisers, renderers, summarisers
from flows.newsroom.archive import (
    Site,
    issue_folder,
    make_site,
    previous_issue,
    publish,
    publish_pages,
    read_back_issues,
    replace_editions,
    stamp_issue,
)
from flows.newsroom.categorisers import Categoriser
from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.desk import compose
from flows.newsroom.forms import form_of
from flows.newsroom.model import (
    Defaults,
    DiaryEntry,
    DocumentId,
    Draft,
    Edition,
    Erratum,
    Issue,
    Rights,
    Section,
    Source,
    Story,
)
from flows.newsroom.plugins import load_plugin
from flows.newsroom.press.house import house_templates
from flows.newsroom.readers import read
from flows.newsroom.settings import Settings
from flows.newsroom.summarisers import Summariser
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_source, an_article
from tests.newsroom.renderers.sample_issues import (
    MASTHEAD,
    hostile_issue,
    printed_on,
    rich_issue,
    told,
    whole_issue,
)

SEEDS = Path(__file__).parents[2] / "seeds"
MONDAY = dt.date(2026, 11, 2)
CORRECTED = dt.date(2026, 11, 23)  # of the issue that has been corrected since
SEEDS_DAY = dt.date(2026, 12, 7)  # of the issue made of the seeds, the newest
PLACES = ("Eastmarsh", "Anytown", "Northwick", "Tŷ Cymunedol", "Saltford", "Upper Wharfe")
WHO = ("Carers", "Approved mental health professionals", "Newly qualified social workers", "The duty team")
DID = (
    "met the council to ask for shorter waits",
    "told a packed hall what had changed in a year",
    "opened a drop-in on the first floor of the library",
    "set out what £1.2 million will buy over three years",
)


def make_archive(output: Path) -> None:
    """Fill `output` as six drafts in six weeks would."""
    issues = (a_generated_issue(1), a_generated_issue(12), a_generated_issue(48))
    for week, issue in enumerate(
        (*issues, _leading_back(whole_issue()), _leading_back(hostile_issue()), seeds_issue())
    ):
        add_issue(output, replace(issue, date=MONDAY + dt.timedelta(weeks=week)))
    correct_issue(output, CORRECTED)


def _leading_back(issue: Issue) -> Issue:
    """A sample issue, which leads to earlier issues that are there."""
    earlier = MONDAY + dt.timedelta(weeks=1)
    promises = tuple(replace(promise, issue=earlier) for promise in issue.promises)
    return replace(issue, promises=promises, revisited=issue.revisited and replace(issue.revisited, issue=earlier))


def add_issue(output: Path, issue: Issue, *, editions: Iterable[str] = ("text", "calendar", "record")) -> None:
    """Publish `issue` in `output` with its web page, and bring the archive up to date."""
    made = [edition for name in editions if (edition := _rendered(name, issue))]
    companions = tuple(edition.as_companion for edition in made)
    placed = replace(issue, previous=previous_issue(output, issue.date), companions=companions)
    publish(issue_folder(output, issue.date), filter(None, [*made, _rendered("web", placed)]))
    _update(output)


def correct_issue(output: Path, day: dt.date) -> None:
    """Lay two corrections upon the page of an issue, one of them at its second story."""
    folder = issue_folder(output, day)
    sent = {file.name: file.read_bytes() for file in folder.iterdir()}
    errata = (
        Erratum(number=1, day=day, story=2, paragraphs=("We said Monday. It is Tuesday.", "Dŵr a thŷ: we are sorry.")),
        Erratum(number=2, day=day + dt.timedelta(days=2), paragraphs=("This is issue 4, not 3.",)),
    )
    replace_editions(folder, stamp_issue(sent, errata, house_templates()))
    _update(output)


def _update(output: Path) -> None:
    sections = {category.key: category.name for category in default_taxonomy().categories}
    publish_pages(output, make_site(read_back_issues(output), Site(masthead=MASTHEAD, sections=sections)))


def _rendered(name: str, issue: Issue) -> Edition | None:
    edition: Edition | None = load_plugin(renderers.__name__, name)(issue)
    return edition


def a_generated_issue(count: int) -> Issue:
    """An issue of `count` stories, all different, under every subject; the same every time."""
    stories = [_generated_story(number) for number in range(count)]
    categories = default_taxonomy().categories
    sections = (
        Section(
            key=category.key,
            title=category.name,
            family=category.family,
            stories=tuple(story for story in stories[1:] if story.section == category.key),
        )
        for category in categories
    )
    return Issue(
        masthead=MASTHEAD,
        date=MONDAY,
        lead=stories[0],
        sections=tuple(filter(_has_stories, sections)),
        diary=tuple(_dates(stories)),
    )


def _dates(stories: Sequence[Story]) -> Iterator[DiaryEntry]:
    """A coming day of every second of the first stories."""
    (one,) = rich_issue().diary
    for number, story in enumerate(stories[1:12:2]):
        when = replace(one.event.when, date=MONDAY + dt.timedelta(days=30 + 9 * number))
        yield DiaryEntry(event=replace(one.event, when=when), story=story.article.id)


def _has_stories(section: Section) -> bool:
    return bool(section.stories)


def _generated_story(number: int) -> Story:
    chance = random.Random(number)  # noqa: S311 - no secret
    sentences = tuple(_sentence(chance, part) for part in range(chance.randint(1, 6)))
    categories = default_taxonomy().categories
    article = an_article(
        *sentences,
        headline=f"{chance.choice(WHO)} of {chance.choice(PLACES)} and plan {number + 1}",
        source=a_source(
            f"generated/{number:02}.txt",
            defaults=Defaults(organisation=f"{chance.choice(PLACES)} Council", rights=chance.choice(tuple(Rights))),
        ),
        published=printed_on(2026, chance.randint(1, 10), chance.randint(1, 28)),
    )
    place = number % len(categories) if number % 3 else 0  # one subject has many
    return told(article, *range(len(sentences)), section=categories[place].key)


def _sentence(chance: random.Random, part: int) -> str:
    return f"{chance.choice(WHO)} of {chance.choice(PLACES)} {chance.choice(DID)}, as note {part + 1} says."


def seeds_issue() -> Issue:
    """The five seeds as the house makes them into an issue, without Prefect."""
    return compose(MASTHEAD, MONDAY, list(_drafts()), [], default_taxonomy())


def _drafts() -> Iterator[Draft]:
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    summarise: Summariser = load_plugin(summarisers.__name__, defaults["summary"].method, defaults["summary"].options)
    categorise: Categoriser = load_plugin(categorisers.__name__, defaults["categories"].method)
    for path in sorted(SEEDS.glob("*.txt")):
        content = path.read_bytes()
        source = Source(
            id=DocumentId(hashlib.sha256(content).hexdigest()),
            path=path.name,
            media_type="text/plain",
            defaults=Defaults(rights=Rights.OWN),
        )
        article = make_article(read(source, content), lexicon=default_lexicon(), today=MONDAY)
        yield Draft(
            article=article,
            summary=summarise(article, form_of(article.own_title, article.blocks, article.imprint)[0]),
            classification=categorise(article, default_taxonomy()),
        )
