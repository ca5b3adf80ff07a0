"""The report: what the issue holds, what was left out, and what the coordinator should decide.

It lies beside the editions and is for her eyes: unlike logs it names files and people.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import (
    PLEASE_CHECK,
    PLEASE_CHECK_TITLE,
    Article,
    Classification,
    Colour,
    Confidence,
    DateBasis,
    Edition,
    HeadlineOrigin,
    Issue,
    Light,
    LightKind,
    MissingEdition,
    PastPromise,
    Rejection,
    Rights,
    Stage,
    Story,
    Summary,
    Taxonomy,
    Treatment,
)
from flows.newsroom.reminders import reminders

RIGHTS_IN_WORDS = {
    Rights.OWN: "our own: printed in its own words",
    Rights.OGL: "Open Government Licence: printed in its own words, with the attribution",
    Rights.PRESS: "press: signposted in our words, nothing copied",
    Rights.ASK: "nobody has said yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDoubts:
    """What is not certain about one story, in words for the coordinator."""

    document: str
    path: str
    headline: str
    section: str
    date: str
    category: str
    rights: str
    people: tuple[str, ...]
    findings: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of the documents of one issue."""

    name: str
    date: dt.date
    documents: int
    stories: tuple[StoryDoubts, ...]
    left_out: tuple[Rejection, ...]
    missing: tuple[MissingEdition, ...] = ()
    notes: tuple[str, ...] = ()  # what is out of the ordinary in this run
    promises: tuple[PastPromise, ...] = ()  # of earlier issues, that are still open

    @property
    def turned_away(self) -> tuple[Rejection, ...]:
        """The documents that could not be read or understood; those that merely found no room are not meant."""
        return tuple(one for one in self.left_out if one.stage is not Stage.COMPOSE)

    @property
    def waiting(self) -> tuple[Rejection, ...]:
        """The documents that are left out until a person has decided."""
        return tuple(one for one in self.left_out if one.is_waiting)

    @property
    def decisions(self) -> int:
        """How many questions are open, the documents that wait among them."""
        return len(self.waiting) + sum(len(story.questions) for story in self.stories)

    def editions(self) -> tuple[Edition, Edition]:
        """The report as report.md and report.json."""
        return (
            Edition(filename="report.md", media_type="text/markdown", content=_as_markdown(self).encode()),
            Edition(filename="report.json", media_type="application/json", content=_as_json(self).encode()),
        )


def make_report(
    issue: Issue, taxonomy: Taxonomy, missing: Sequence[MissingEdition] = (), notes: Sequence[str] = ()
) -> Report:
    """Say of every document of `issue` what a person should know before she signs it.

    Args:
        issue: The issue.
        taxonomy: The categories, for their names.
        missing: The editions of it that could not be made.
        notes: What is out of the ordinary in this run, in words for the coordinator.
    """
    titles = {category.key: category.name for category in taxonomy.categories} | {PLEASE_CHECK: PLEASE_CHECK_TITLE}
    return Report(
        name=issue.masthead.name,
        date=issue.date,
        documents=len(issue.stories) + len(issue.left_out),
        stories=tuple(_doubts(story, titles, is_lead=story is issue.lead) for story in issue.stories),
        left_out=issue.left_out,
        missing=tuple(missing),
        notes=tuple(notes),
        promises=tuple(promise for promise in issue.promises if not promise.is_kept),
    )


def why_left_out(rejection: Rejection) -> str:
    """Why a document is not in the issue, with the name of the one that stands in its place."""
    return f"{rejection.reason} See {rejection.instead}." if rejection.instead else rejection.reason


def _doubts(story: Story, titles: Mapping[str, str], *, is_lead: bool) -> StoryDoubts:
    article = story.article
    return StoryDoubts(
        document=article.source.id,
        path=article.source.path,
        headline=_headline(article),
        section="lead story" if is_lead else titles.get(story.section, story.section),
        date=_date(article),
        category=_category(story.classification, titles),
        rights=_rights(story),
        people=article.people,
        findings=reminders(article),
        questions=tuple(_questions(story)),
    )


def _headline(article: Article) -> str:
    return article.headline.text or "no headline: please write one"


def _date(article: Article) -> str:
    published = article.published
    if published.date is None:
        return "not stated"
    sure = {Confidence.HIGH: "", Confidence.MEDIUM: ", please tick it", Confidence.LOW: ", doubtful and not printed"}
    basis = "" if published.basis is DateBasis.STATED else f" ({published.basis})"
    return in_words(published.date) + basis + sure.get(published.confidence, "")


def _category(classification: Classification, titles: Mapping[str, str]) -> str:
    first = classification.topics[0] if classification.topics else None
    if first is None:
        return "none found: please choose"
    because = f" because of {', '.join(repr(word) for word in first.evidence)}" if first.evidence else ""
    return f"{titles.get(first.category, first.category)}{because}" + (", unsure" if classification.is_unsure else "")


def _rights(story: Story) -> str:
    rights = story.article.source.defaults.rights
    if rights is Rights.ASK and story.treatment is Treatment.SIGNPOST:
        return "nobody has said yet; it looks like press, so it is only signposted"
    return RIGHTS_IN_WORDS[rights]


def _questions(story: Story) -> Iterator[str]:
    article = story.article
    if article.headline.origin is HeadlineOrigin.MADE:
        yield "The headline was made from the text. Does it say what the story says?"
    printed = story.summary.printed if story.summary else frozenset()
    yield from _reworded(story.summary) if story.summary else ()
    for light in story.lights:
        if light.kind is LightKind.LENGTH:
            continue  # counted below: one line a sentence would bury the rest
        if light.colour is not Colour.GREEN:
            yield f"{_mark(light, printed)} ({light.kind}{_where(light.sentence, printed)}): {light.reason}"
    if long := sum(light.kind is LightKind.LENGTH for light in story.lights):
        verb = "has" if long == 1 else "have"
        yield f"Look (length): {long} of the {len(printed)} printed sentences {verb} more than 25 words."


def _reworded(summary: Summary) -> Iterator[str]:
    """What a person should know of what a language model wrote, or did not."""
    if summary.setback:
        yield f"Note (language model): {summary.setback.reason}"
    if summary.rewordings:
        yield f"Look (language model): {summary.reworded_by} wrote this summary. Compare it with the document."
    for number, rewording in enumerate(summary.rewordings, 1):
        for doubt in rewording.doubts:
            yield f"Look (language model): its sentence {number} holds {doubt}."


def _mark(light: Light, printed: frozenset[int]) -> str:
    if light.colour is Colour.RED:
        return "Decide"
    is_held_back = light.kind is LightKind.PRIVACY and light.sentence is not None and light.sentence not in printed
    return "Held back" if is_held_back else "Look"


def _where(sentence: int | None, printed: frozenset[int]) -> str:
    if sentence is None:
        return ""
    return f", sentence {sentence + 1}" + ("" if sentence in printed else ", not printed")


def _as_json(report: Report) -> str:
    content = {
        "name": report.name,
        "date": report.date.isoformat(),
        "documents": report.documents,
        "notes": list(report.notes),
        "stories": [{field: getattr(story, field) for field in StoryDoubts.__slots__} for story in report.stories],
        "left_out": [
            {
                "document": one.document,
                "path": one.path,
                "stage": one.stage,
                "reason": why_left_out(one),
                "is_waiting": one.is_waiting,
            }
            for one in report.left_out
        ],
        "open_promises": [
            {"id": one.id, "issue": one.issue.isoformat(), "text": one.text, "due": one.due} for one in report.promises
        ],
        "missing_editions": [{"edition": one.renderer, "reason": one.reason} for one in report.missing],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _as_markdown(report: Report) -> str:
    summary = (
        f"{report.documents} documents: {len(report.stories)} in the issue, {len(report.left_out)} left out, "
        f"{report.decisions} things to look at. This page is for you; it is not part of the newsletter."
    )
    lines = [
        f"# Report on {_plain(report.name)}, {in_words(report.date)}",
        "",
        summary,
        "",
        *(f"**{_plain(note)}**\n" for note in report.notes),
        *(f'**The edition "{one.renderer}" could not be made.** {one.reason}\n' for one in report.missing),
        *_waiting_lines(report.waiting),
        "## In the issue",
        "",
    ]
    for story in report.stories:
        lines += _story_lines(story)
    lines += _promise_lines(report.promises)
    lines += ["## Left out", ""]
    rest = [one for one in report.left_out if not one.is_waiting]
    lines += [f"- **{_plain(one.path)}** ({one.stage}): {_plain(why_left_out(one))}" for one in rest] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _waiting_lines(waiting: Sequence[Rejection]) -> list[str]:
    """What the coordinator must decide before anything of it is printed, above all that is printed."""
    if not waiting:
        return []
    return ["## Waiting for you", "", *(f"- **{_plain(one.path)}**: {_plain(one.reason)}" for one in waiting), ""]


def _promise_lines(promises: Sequence[PastPromise]) -> list[str]:
    """What earlier issues said that somebody would do, so that she can ask what became of it."""
    if not promises:
        return []
    asked = "Was it done? Then type: standfirst kept, and the letters in brackets. Until then each issue prints it."
    lines = [f"- [{one.id}] {in_words(one.issue)}: {_plain(one.text)}{_told(one)}" for one in promises]
    return ["## Promised in earlier issues", "", asked, "", *lines, ""]


def _told(promise: PastPromise) -> str:
    return " (A story of this issue is named beside it. Does it tell what became of it?)" if promise.told_in else ""


def _story_lines(story: StoryDoubts) -> list[str]:
    people = ", ".join(_plain(person) for person in story.people) or "nobody"
    return [
        f"### {_plain(story.headline)}",
        "",
        f"- File: {_plain(story.path)}, printed under: {_plain(story.section)}",
        f"- Published: {story.date}",
        f"- Subject: {_plain(story.category)}",
        f"- Rights: {story.rights}",
        f"- People named in the document: {people}",
        *(f"- {_plain(finding)}" for finding in story.findings),
        *(f"- {_plain(question)}" for question in story.questions),
        "",
    ]


def _plain(text: str) -> str:
    """Text of a document or a file name, on one line and unable to act as Markdown or HTML."""
    line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]<>#|" else letter for letter in line)
