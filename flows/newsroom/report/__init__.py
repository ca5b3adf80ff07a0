"""The report: what the issue holds, what was left out, and what the coordinator should decide.

It lies beside the editions and is for her eyes: unlike logs it names files and people.
"""

from collections.abc import Iterator, Mapping, Sequence

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import (
    PLEASE_CHECK,
    PLEASE_CHECK_TITLE,
    Article,
    Classification,
    Colour,
    Confidence,
    DateBasis,
    HeadlineOrigin,
    Issue,
    Light,
    LightKind,
    MissingEdition,
    Rights,
    Story,
    Summary,
    Taxonomy,
    Treatment,
)
from flows.newsroom.reminders import reminders
from flows.newsroom.report.content import Report, StoryDoubts
from flows.newsroom.report.pages import report_editions, why_left_out

__all__ = ["Report", "StoryDoubts", "make_report", "report_editions", "why_left_out"]

RIGHTS_IN_WORDS = {
    Rights.OWN: "our own: printed in its own words",
    Rights.OGL: "Open Government Licence: printed in its own words, with the attribution",
    Rights.PRESS: "press: signposted in our words, nothing copied",
    Rights.ASK: "nobody has said yet",
}


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
