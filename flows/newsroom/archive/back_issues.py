"""What the archive knows of each issue: what its issue.json says.

Only the few fields that an index needs are read, so that an issue which an older version made still counts.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from flows.newsroom.model import DateBasis, Erratum, Form, Revisited, Treatment
from flows.newsroom.press.calendar_file import place_in_document
from flows.newsroom.record.readers import HOLDING_BACK

RECORD = "issue.json"
PAGE = "newsletter.html"
PDF = "newsletter.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackEvent:
    """An event with a name and a known day that a story of an issue tells."""

    name: str
    place_in_document: int  # among the document's events of that name, from 1
    day: dt.date
    last_day: dt.date | None = None
    time: str | None = None
    places: tuple[str, ...] = ()
    cost: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackStory:
    """A story of an issue."""

    anchor: str  # of its place in the issue's web page
    headline: str | None
    section: str  # the key of its section
    organisation: str | None
    language: str | None
    published: dt.date | None
    sentences: tuple[str, ...]  # printed of it; none of a signpost
    form: Form | None = None  # None: not known
    document: str = ""  # its path among the seeds
    events: tuple[BackEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackIssue:
    """An issue that lies in the output folder."""

    date: dt.date
    stories: tuple[BackStory, ...]  # in the order of print, the lead first
    has_pdf: bool = False
    errata: tuple[Erratum, ...] = ()  # the oldest first
    revisited: Revisited | None = None  # what it took from the archive

    @property
    def folder(self) -> str:
        """Where it lies, within the output folder."""
        return self.date.isoformat()

    @property
    def page(self) -> str:
        """Its web page, within the output folder."""
        return f"{self.folder}/{PAGE}"

    def errata_of(self, story: BackStory) -> tuple[Erratum, ...]:
        """What was wrong in one of its stories."""
        return tuple(erratum for erratum in self.errata if erratum.story_anchor == story.anchor)


def read_back_issues(output: Path) -> tuple[BackIssue, ...]:
    """Every issue in `output` that has a web page and a record that can be read, the newest first."""
    found = (_back_issue(record) for record in sorted(output.glob(f"*/{RECORD}"), reverse=True))
    return tuple(issue for issue in found if issue)


def previous_issue(output: Path, date: dt.date) -> dt.date | None:
    """The date of the newest issue in `output` that is older than `date`; None: there is none."""
    folders = {page.parent for page in output.glob(f"*/{PAGE}") if (page.parent / RECORD).is_file()}
    return max((day for day in map(_day_of, folders) if day and day < date), default=None)


def _day_of(folder: Path) -> dt.date | None:
    try:
        return dt.date.fromisoformat(folder.name)
    except ValueError:
        return None


def count_before(output: Path, date: dt.date) -> int:
    """How many issues of earlier dates lie in `output`: drafting an issue again never changes its own count."""
    return sum(issue.date < date for issue in read_back_issues(output))


_FORMS = {str(form): form for form in Form}


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Headline(_Lenient):
    text: str | None = None


class _Source(_Lenient):
    path: str = ""
    organisation: str | None = None


class _Dated(_Lenient):
    date: dt.date | None = None
    confidence: str = "none"
    basis: str = ""

    @property
    def certain(self) -> dt.date | None:
        """The day that may be printed as a fact."""
        is_sure = self.confidence in {"high", "medium"} and self.basis not in {DateBasis.INFERRED, DateBasis.CONFLICT}
        return self.date if is_sure else None


class _Event(_Lenient):
    name: str | None = None
    when: _Dated = _Dated()
    last_day: dt.date | None = None
    time: str | None = None
    places: tuple[str, ...] = ()
    cost: str | None = None
    contact: str | None = None
    sentence: int | None = None


class _Light(_Lenient):
    kind: str = ""
    sentence: int | None = None


class _Extract(_Lenient):
    text: str


class _Story(_Lenient):
    headline: _Headline = _Headline()
    section: str = ""
    source: _Source = _Source()
    language: str | None = None
    published: _Dated = _Dated()
    treatment: str = ""
    form: str = ""
    events: tuple[_Event, ...] = ()
    summary: tuple[_Extract, ...] = ()
    lights: tuple[_Light, ...] = ()

    def is_held_back(self, sentence: int | None) -> bool:
        """Whether a sentence is printed only if a person puts it there."""
        return sentence is not None and any(
            light.sentence == sentence and light.kind in HOLDING_BACK for light in self.lights
        )


class _Revisited(_Lenient):
    issue: dt.date
    story: int
    headline: str
    text: str


class _Correction(_Lenient):
    number: int
    day: dt.date
    story: int | None = None
    paragraphs: tuple[str, ...] = ()


class _Issue(_Lenient):
    date: dt.date
    stories: tuple[_Story, ...] = ()
    corrections: tuple[_Correction, ...] = ()
    from_archive: _Revisited | None = None


def _back_issue(record: Path) -> BackIssue | None:
    """The issue of a record; None: the folder holds something else, or a draft without a web page."""
    try:
        read = _Issue.model_validate_json(record.read_bytes())
    except (OSError, ValidationError):
        return None
    if read.date.isoformat() != record.parent.name or not (record.parent / PAGE).is_file():
        return None
    return BackIssue(
        date=read.date,
        stories=tuple(_stories(read.stories)),
        has_pdf=(record.parent / PDF).is_file(),
        revisited=Revisited(**read.from_archive.model_dump()) if read.from_archive else None,
        errata=tuple(Erratum(**one.model_dump()) for one in read.corrections),
    )


def _stories(stories: Iterable[_Story]) -> Iterable[BackStory]:
    for number, story in enumerate(stories, start=1):
        yield BackStory(
            anchor=f"story-{number}",
            headline=story.headline.text,
            section=story.section,
            organisation=story.source.organisation,
            language=story.language,
            published=story.published.certain,
            sentences=tuple(extract.text for extract in story.summary),
            form=_FORMS.get(story.form),
            document=story.source.path,
            events=tuple(_events(story)),
        )


def _events(story: _Story) -> Iterable[BackEvent]:
    """What the issue's own diary could tell; of a document that is not ours neither the cost nor whom to ask."""
    is_ours = story.treatment in {Treatment.EXTRACT, Treatment.OPENING}
    for number, event in enumerate(story.events):
        if event.name is None or event.when.certain is None or story.is_held_back(event.sentence):
            continue
        yield BackEvent(
            name=event.name,
            place_in_document=place_in_document(event.name, [other.name for other in story.events[:number]]),
            day=event.when.certain,
            last_day=event.last_day,
            time=event.time,
            places=event.places,
            cost=event.cost if is_ours else None,
            contact=event.contact if is_ours else None,
        )
