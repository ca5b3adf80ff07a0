"""What the report says about a story's findings: who is quoted, what to check, what was promised and asked."""

from collections.abc import Iterator, Sequence

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Article, Consultation, DateBasis, Dated, Promise

MOST = 6  # of each kind; the sentences of the rest are counted
_LONGEST = 22  # words of a promise


def reminders(article: Article) -> tuple[str, ...]:
    """Lines about the findings of an article, without a word of a sentence that is private."""
    return tuple(_lines(article))


def _lines(article: Article) -> Iterator[str]:
    found, private = article.findings, article.sensitive
    quotations = [one for one in found.quotations if private.isdisjoint(one.sentences)]
    said = dict.fromkeys(one.speaker or "somebody who is not named" for one in quotations)
    if said:
        yield f"Quoted: {_listed(list(said))}"
    if unclosed := [one for one in quotations if not one.is_closed]:
        yield f"A quotation has no end mark: {_listed([f'sentence {one.sentence + 1}' for one in unclosed])}"
    figures = [one.text for one in found.figures if one.sentence not in private]
    if figures:
        yield f"Figures to check: {_listed(list(dict.fromkeys(figures)))}"
    for promise in [one for one in found.promises if one.sentence not in private][:MOST]:
        yield f"To remember: {_promise(promise)}"
    for consultation in found.consultations:
        yield f"Asked for: {_consultation(consultation)}"


def _listed(words: Sequence[str]) -> str:
    more = len(words) - MOST
    return "; ".join(words[:MOST]) + (f"; and {more} more" if more > 0 else "")


def _promise(promise: Promise) -> str:
    words = promise.text.split()
    text = " ".join(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")
    speaker = f" ({promise.speaker})" if promise.speaker and promise.speaker not in text else ""
    return f"{text}{speaker}{_due(promise.due_by)}"


def _due(due: Dated) -> str:
    if due.date is None:
        return ""
    guess = ", a guess" if due.basis is DateBasis.INFERRED else ""
    return f" [due by {in_words(due.date)}{guess}]"


def _consultation(consultation: Consultation) -> str:
    name = consultation.name or "answers"
    asked_by = f" (asked by {consultation.asked_by})" if consultation.asked_by else ""
    if consultation.closes.date:
        return f"{name}{asked_by}, until {in_words(consultation.closes.date)}"
    if consultation.closes.candidates:
        days = " or ".join(in_words(day) for day in consultation.closes.candidates)
        return f"{name}, until {days}: the document names both"
    return f"{name}, until a day that is not certain ({consultation.closes.words})"
