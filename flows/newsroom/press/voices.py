"""A quotation beside a story, voices of their own, what readers may answer: what is certain and ours to print."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.moments import needs_its_day
from flows.newsroom.language.sentences import split
from flows.newsroom.model import Confidence, Consultation, DateBasis, Quotation, Rights, Story, Voice
from flows.newsroom.press.galley import VoiceLine

LONGEST_QUOTATION = 45  # words
SHORTEST_QUOTATION = 8
_WHOLE = re.compile(r"[.!?…]\Z")
_NAMED = re.compile(r"[A-Z][\w’'-]+ (?:\w+ )*[A-Z]")
_CERTAIN = frozenset({Confidence.HIGH, Confidence.MEDIUM})
_DOUBTFUL = frozenset({DateBasis.INFERRED, DateBasis.CONFLICT, DateBasis.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """A quotation beside a story."""

    words: str
    speaker: str
    sentences: tuple[int, ...]  # of the document in which it stands, from 1


def pull_quotation(story: Story) -> Pulled | None:
    """The first quotation that may stand beside a story; None: there is none.

    It is ours to print, its speaker is named, no private sentence is in it, the story does not print it
    already, and it says nothing that only its own day explains.
    """
    is_ours = story.article.source.defaults.rights in {Rights.OWN, Rights.OGL}
    if story.summary is None or not is_ours:
        return None
    printed = frozenset(extract.sentence for extract in story.summary.extracts)
    foreign = frozenset(n for n, sentence in enumerate(story.article.sentences) if sentence.language)
    taken = printed | story.article.sensitive | foreign
    for quotation in story.article.findings.quotations:
        words = _opening(quotation) if taken.isdisjoint(quotation.sentences) else None
        if words and quotation.speaker and _NAMED.search(quotation.speaker):
            sentences = tuple(place + 1 for place in quotation.sentences)
            return Pulled(words=words, speaker=quotation.speaker, sentences=sentences)
    return None


def _opening(quotation: Quotation) -> str | None:
    """Its first whole sentences, as many as fit."""
    first = quotation.paragraphs[0]
    end = 0
    for span in split(first):
        if len(first[: span.end].split()) > LONGEST_QUOTATION or needs_its_day(first[span.start : span.end]):
            break
        end = span.end
    words = first[:end]
    is_whole = quotation.is_closed and _WHOLE.search(words) is not None
    return words if is_whole and len(words.split()) >= SHORTEST_QUOTATION else None


def set_voice(voice: Voice) -> VoiceLine:
    """Words that somebody agreed to see printed, as a line."""
    consent = f"Printed with their consent of {in_words(voice.consent)}."
    return VoiceLine(words=voice.words, who=voice.who, consent=consent)


def open_consultation(story: Story, issued: dt.date) -> Consultation | None:
    """The first consultation of a story that is certain to be open on the day of the issue."""
    sensitive = story.article.sensitive
    found: Sequence[Consultation] = story.article.findings.consultations
    return next((one for one in found if one.sentence not in sensitive and _is_open(one, issued)), None)


def _is_open(consultation: Consultation, issued: dt.date) -> bool:
    closes = consultation.closes
    is_certain = closes.confidence in _CERTAIN and closes.basis not in _DOUBTFUL
    return is_certain and closes.date is not None and closes.date >= issued
