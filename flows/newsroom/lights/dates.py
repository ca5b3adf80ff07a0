"""Days that are not certain enough to be printed without a look."""

from collections.abc import Iterator

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Article, Colour, Confidence, DateBasis, Dated, Event, Light, LightKind

_SETTLE = "Settle it if you know."


def date_lights(article: Article) -> Iterator[Light]:
    """One for the document's own date and one for each of its events, where they are in doubt."""
    if reason := _published(article.published):
        yield Light(colour=Colour.AMBER, kind=LightKind.DATE, reason=reason)
    for event in article.events:
        if reason := _event(event):
            yield Light(colour=Colour.AMBER, kind=LightKind.DATE, reason=reason, sentence=event.sentence)


def _published(dated: Dated) -> str | None:
    if dated.basis is DateBasis.CONFLICT:
        return f"The document contradicts itself about its own date.{_why(dated)} None is printed. {_SETTLE}"
    if dated.date is None:
        return f"The document does not say when it was published.{_why(dated)} It is printed without a date. {_SETTLE}"
    if dated.confidence is Confidence.MEDIUM:
        return f"{in_words(dated.date)} is taken for the day of publication.{_why(dated)} Tick it if that is right."
    if dated.confidence is Confidence.LOW:
        return f"{in_words(dated.date)} may be the day of publication.{_why(dated)} It is not printed. {_SETTLE}"
    return None


def _event(event: Event) -> str | None:
    when = event.when
    words, why = f"“{when.words}”" if when.words else "A day", _why(when)
    if when.basis is DateBasis.CONFLICT:
        return f"{words} cannot be right as it stands.{why} No year is printed. {_SETTLE}"
    if when.date is None:
        return f"{words} has no year.{why} It is printed as it stands. {_SETTLE}"
    if when.basis is DateBasis.INFERRED:
        clue = f"{words} has no year, and {when.date.year} only follows from clues."
        return f"{clue}{why} It is printed as it stands. {_SETTLE}"
    if when.confidence is Confidence.MEDIUM:
        return f"{words} is taken for {in_words(when.date)}.{why} Tick it if that is right."
    return None


def _why(dated: Dated) -> str:
    """The evidence, and in a conflict every date that is possible, with a space before it."""
    reasons = list(dated.evidence)
    if dated.basis is DateBasis.CONFLICT and dated.candidates:
        reasons.append(f"Possible: {' or '.join(in_words(date) for date in dated.candidates)}.")
    return "".join(f" {reason}" for reason in reasons)
