"""Compares what the newsroom made of a document with what its label says. Pure: it reads no file but the document."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from flows.newsroom.model import OTHER_LANGUAGE, Article, Draft, Event, Form, HeadlineOrigin, LightKind, Quotation
from flows.newsroom.press.wording import printable_day
from flows.newsroom.selection import choose, is_signpost, make_brief, waits_for
from tests.evaluation.chain import TODAY, Made, printed
from tests.evaluation.corpus import Concern, Happening, Label, Status
from tests.evaluation.corpus import Quotation as Told
from tests.evaluation.plain_text import everything_in, one_line, words_of

NO_FACT = frozenset({Status.INFERRED, Status.CONFLICT, Status.UNKNOWN})

_PLAIN_MARKS = str.maketrans("‘’‛“”„–—\u00a0", "'''\"\"\"-- ")
_RED = re.compile(
    r"NHS number|National Insurance number|date of birth|hidden text addressed to machines"
    r"|marked (?:strictly )?(?:confidential|.not for)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[/.-])(\d\d)(?!\d)")


class Measure(StrEnum):
    """What is measured; of each, more is better and 1 is all."""

    TITLE = "title right"
    AUTHOR = "author right, or none where none signs"
    PUBLISHED = "published right where stated"
    NOT_PUBLISHED = "no date of publication where none is stated"
    NOT_WRONGLY_PUBLISHED = "published right, or honestly unknown"
    NO_INVENTED_YEAR = "printed days without an invented year"
    NO_CHOSEN_DAY = "days in conflict left open"
    EVENTS = "event dates right"
    NAMED_DAYS = "days with a name, as a diary prints them, that are labelled"
    FURNITURE = "furniture lines gone"
    BODY = "body lines kept"
    NEVER_EXTRACT = "'never' strings kept out of headline and summary"
    NEVER_EDITION = "'never' strings kept out of the edition"
    PRESS = "press stories without a sentence of theirs"
    KEY_ONE = "summaries with a key sentence"
    KEY_TWO = "summaries with two key sentences"
    CATEGORY_STRICT = "category as labelled"
    CATEGORY_LENIENT = "category not wrong"
    CATEGORY_SURE = "categories that nobody is asked about"
    CATEGORY_WHEN_SURE = "category as labelled, of those"
    FORM_STRICT = "form as labelled"
    FORM_LENIENT = "form not wrong"
    PRIVACY = "private passages lit or gone"
    RED = "documents with a red matter that wait for a decision"
    KEY_UNLIT = "key sentences, never private, left unlit"
    UNLIT = "sentences of paragraphs without private passages left unlit"
    DUPLICATES = "duplicates and earlier versions printed once"
    TURNED_AWAY = "turned away or kept, rightly"
    LANGUAGE = "language right"
    QUOTATIONS = "quotations found word for word"
    QUOTED = "found quotations that are labelled"
    SPEAKERS = "speakers right where one is named"
    ATTRIBUTED = "named speakers that are right"
    NO_SPEAKER = "no speaker where none is named"
    FIGURES = "figures found with their hedges"
    PROMISES = "promises found"
    PROMISED = "found promises that are labelled"
    DUE = "due words of promises right"
    NO_INVENTED_FIGURE = "found figures that are written so and are no day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that a label says, and whether it came out so."""

    measure: Measure
    is_right: bool
    about: str  # for whoever mends the rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something that did not come out as labelled."""

    document: str  # its file name
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How often one measure was met, and where it was not."""

    measure: Measure
    right: int
    of: int
    misses: tuple[Miss, ...] = field(default=(), repr=False)  # a failing test must not show the judge half's

    @property
    def share(self) -> float:
        """The part that is right, 1 where there was nothing to get wrong."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One score a measure, in the order of the measures."""

    each: tuple[Score, ...]

    def of(self, measure: Measure) -> Score:
        """The score of one measure."""
        return next(score for score in self.each if score.measure is measure)


def score(made: Iterable[Made]) -> Scores:
    """Score all documents of `made` together."""
    made = tuple(made)
    checks = [(one.document.name, check) for one in made for check in (*checks_of(one), *_pairs(one, made))]
    return Scores(each=tuple(_score(measure, checks) for measure in Measure))


def checks_of(made: Made) -> Iterator[Check]:
    """Everything that can be said of one document; a story that was turned away has missed what its label says."""
    label = made.document.label
    about = "a story was made of a page without one" if label.turned_away else "turned away, and is a story"
    yield Check(measure=Measure.TURNED_AWAY, is_right=label.turned_away == (made.draft is None), about=about)
    if not label.turned_away:
        for check in (_facts, _days, _body, _extracts, _classes, _privacy, _red, _quotations, _figures, _promises):
            yield from check(made)
    yield from _invented(made)


def plain(text: str) -> str:
    """Text on one line, typographic marks as a typewriter has them: cleaning may set them, and nothing is lost."""
    return one_line(text.translate(_PLAIN_MARKS))


def _score(measure: Measure, checks: Iterable[tuple[str, Check]]) -> Score:
    own = [(name, check) for name, check in checks if check.measure is measure]
    misses = tuple(Miss(document=name, about=check.about) for name, check in own if not check.is_right)
    return Score(measure=measure, right=len(own) - len(misses), of=len(own), misses=misses)


def _facts(made: Made) -> Iterator[Check]:
    label, article = made.document.label, _article(made)
    headline = article.headline if article else None
    title = headline.text if headline and headline.origin is HeadlineOrigin.TITLE else None
    byline = article.byline if article else None
    if label.title:
        yield _same(Measure.TITLE, title, label.title)
    yield _same(Measure.AUTHOR, byline, label.author)
    # Of a document in two languages the label names the first, and the newsroom takes the English.
    is_second = article is not None and article.also_in is not None and article.also_in == label.language
    language = article.also_in if article and is_second else article.language if article else None
    yield _same(Measure.LANGUAGE, language, label.language)


def _same(measure: Measure, found: str | None, wanted: str | None) -> Check:
    is_right = plain(found or "").casefold() == plain(wanted or "").casefold()
    return Check(measure=measure, is_right=is_right, about=f"{found!r} instead of {wanted!r}")


def _days(made: Made) -> Iterator[Check]:
    label, article = made.document.label, _article(made)
    day = printable_day(article.published) if article else None
    about = f"{day} instead of {label.published}"
    is_honest = day is None or day in {label.published, *label.also_published}
    yield Check(measure=Measure.NOT_WRONGLY_PUBLISHED, is_right=is_honest, about=about)
    if label.published:
        is_right = day in {label.published, *label.also_published}
        yield Check(measure=Measure.PUBLISHED, is_right=is_right, about=about)
    else:
        yield Check(measure=Measure.NOT_PUBLISHED, is_right=article is not None and day is None, about=about)
    yield from _events(article.events if article else (), label)


def _events(events: tuple[Event, ...], label: Label) -> Iterator[Check]:
    """Where an event has several days, two entries of a day each are as right as one that reaches over both."""
    printed_days = {day for event in events for day in _printed_days(event)}
    for told in label.events:
        about = _unfound(told, events)
        if told.status not in NO_FACT:
            is_right = {told.date, told.last_day or told.date} <= printed_days
            yield Check(measure=Measure.EVENTS, is_right=is_right, about=about)
        elif told.status is Status.CONFLICT:
            is_chosen = any(_are_the_same_words(one.when.words, told.words) and _printed_days(one) for one in events)
            yield Check(measure=Measure.NO_CHOSEN_DAY, is_right=not is_chosen, about=about)
    spans = [(told.date, told.last_day or told.date) for told in label.events if told.date]
    for event in events:
        if event.name and (day := printable_day(event.when)):
            is_told = any(first <= day <= last for first, last in spans)
            yield Check(measure=Measure.NAMED_DAYS, is_right=is_told, about=f"{event.name}, {day}")


def _printed_days(event: Event) -> tuple[dt.date, ...]:
    first = printable_day(event.when)
    return tuple(day for day in (first, event.last_day) if day) if first else ()


def _unfound(told: Happening, events: Iterable[Event]) -> str:
    near = [event.when for event in events if _are_the_same_words(event.when.words, told.words)]
    found = "; ".join(f"{when.date} {when.basis}" for when in near) or "no event"
    return f"{told.words!r}, {told.status}, is {told.date} to {told.last_day or told.date}: {found}"


def _are_the_same_words(found: str | None, told: str) -> bool:
    one, other = plain(found or "").casefold(), plain(told).casefold()
    shorter, longer = sorted((one, other), key=len)
    # "1 December" does not stand in "11 December".
    return bool(one) and re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def _invented(made: Made) -> Iterator[Check]:
    """Each day that would be printed: its year stands in the document or the label, and is no guess by the label."""
    article, label = _article(made), made.document.label
    if article is None:
        return
    years = _years(everything_in(made.document)) | {day.year for day in _labelled_days(label)}
    for event in article.events:
        for day in _printed_days(event):
            is_known = not _is_guess(event, label) or day in _labelled_facts(label)
            about = f"event {event.when.words!r}: {day}, {event.when.basis}"
            yield _year_check(is_right=day.year in years and is_known, about=about)
    if published := printable_day(article.published):
        yield _year_check(is_right=published.year in years, about=f"published {published}, {article.published.basis}")


def _is_guess(event: Event, label: Label) -> bool:
    """Whether the words of a day have no year, and the label says that nothing beside them settles it."""
    words = event.when.words or ""
    doubtful = (told for told in label.events if told.status in NO_FACT)
    return not _years(words) and any(_are_the_same_words(words, told.words) for told in doubtful)


def _year_check(*, is_right: bool, about: str) -> Check:
    return Check(measure=Measure.NO_INVENTED_YEAR, is_right=is_right, about=about)


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(text)} | {2000 + int(year) for year in _SHORT_YEAR.findall(text)}


def _labelled_facts(label: Label) -> set[dt.date]:
    told = [event for event in label.events if event.status not in NO_FACT]
    return {day for event in told for day in (event.date, event.last_day) if day}


def _labelled_days(label: Label) -> set[dt.date]:
    own = {label.published} if label.published else set()
    return own | set(label.also_published) | _labelled_facts(label)


def _body(made: Made) -> Iterator[Check]:
    label, article = made.document.label, _article(made)
    # Lines that say in another language what the English says have left, and nothing is lost with them.
    in_two = [one.text for one in article.changes if one.rule == OTHER_LANGUAGE] if article else []
    text = plain("\n".join((article.text, *in_two))) if article else ""
    for line in label.furniture:
        is_gone = article is not None and plain(line) not in text
        yield Check(measure=Measure.FURNITURE, is_right=is_gone, about=line)
    for line in label.body_lines:
        yield Check(measure=Measure.BODY, is_right=plain(line) in text, about=line)


def _extracts(made: Made) -> Iterator[Check]:
    label, draft = made.document.label, made.draft
    extracts = tuple(plain(extract.text) for extract in draft.summary.extracts) if draft else ()
    headline = plain(draft.article.headline.text or "") if draft else ""
    shown = plain(printed(made.issue)) if made.issue else ""
    for text in label.never:
        is_kept_out = plain(text) not in "\n".join((headline, *extracts))
        yield Check(measure=Measure.NEVER_EXTRACT, is_right=is_kept_out, about=text)
        yield Check(measure=Measure.NEVER_EDITION, is_right=plain(text) not in shown, about=text)
    keys = sum(holds(extracts, plain(sentence)) for sentence in label.key_sentences)
    about = f"{keys} of {len(label.key_sentences)}, in: {' / '.join(extracts)}"
    if label.signpost:
        is_printed = any(plain(sentence) in shown for sentence in label.key_sentences)
        yield Check(measure=Measure.PRESS, is_right=not is_printed, about="a sentence of theirs is printed")
    yield Check(measure=Measure.KEY_ONE, is_right=keys >= 1, about=about)
    yield Check(measure=Measure.KEY_TWO, is_right=keys >= 2, about=about)


def holds(extracts: Iterable[str], sentence: str) -> bool:
    """Whether an extract is the sentence, more than it, or more than half of it: sentences may be split otherwise."""
    return any(sentence in one or (one in sentence and 2 * len(one) > len(sentence)) for one in extracts)


def _classes(made: Made) -> Iterator[Check]:
    label, found = made.document.label, made.draft.classification if made.draft else None
    category = found.topics[0].category if found and found.topics else None
    about = f"{category} instead of {', '.join((str(label.category), *label.also))}"
    is_strict, is_sure = category == label.category, found is not None and not found.is_unsure
    yield Check(measure=Measure.CATEGORY_STRICT, is_right=is_strict, about=about)
    yield Check(measure=Measure.CATEGORY_LENIENT, is_right=is_strict or category in label.also, about=about)
    yield Check(measure=Measure.CATEGORY_SURE, is_right=is_sure, about=str(found.doubt if found else None))
    if is_sure:
        yield Check(measure=Measure.CATEGORY_WHEN_SURE, is_right=is_strict, about=about)
    yield from _forms(found.form if found else None, label)


def _forms(form: Form | None, label: Label) -> Iterator[Check]:
    about = f"{form} instead of {', '.join((str(label.form), *label.also_form))}"
    yield Check(measure=Measure.FORM_STRICT, is_right=form is label.form, about=about)
    yield Check(measure=Measure.FORM_LENIENT, is_right=form in {label.form, *label.also_form}, about=about)


def _privacy(made: Made) -> Iterator[Check]:
    yield from _alarms(made)
    for concern in made.document.label.lights:
        if concern.kind is LightKind.PRIVACY:
            is_right = made.draft is not None and _is_lit_or_gone(made.draft, concern)
            about = f"{concern.about}: {concern.sentence_start}"
            yield Check(measure=Measure.PRIVACY, is_right=is_right, about=about)


def _red(made: Made) -> Iterator[Check]:
    """A document of which a label tells a matter that a person must decide on; nothing is printed of it till then."""
    abouts = [concern.about for concern in made.document.label.lights if _RED.search(concern.about)]
    if abouts:
        article = _article(made)
        is_right = article is None or waits_for(article) is not None or is_signpost(article)
        yield Check(measure=Measure.RED, is_right=is_right, about="; ".join(abouts))


def _quotations(made: Made) -> Iterator[Check]:
    article = _article(made)
    found = article.findings.quotations if article else ()
    for told in made.document.label.quotations:
        same = next((one for one in found if _is_same_quotation(one, told)), None)
        yield Check(
            measure=Measure.QUOTATIONS, is_right=same is not None, about=f"{told.text_start} ... {told.text_end}"
        )
        about = f"{same.speaker if same else 'not found'!r} instead of {told.speaker!r}: {told.text_start}"
        is_right = same is not None and _is_same_speaker(same.speaker, told.speaker)
        measure = Measure.SPEAKERS if told.speaker else Measure.NO_SPEAKER
        yield Check(measure=measure, is_right=is_right, about=about)
        if same and same.speaker:
            yield Check(measure=Measure.ATTRIBUTED, is_right=is_right, about=about)
    for one in found:
        is_told = any(_is_same_quotation(one, told) for told in made.document.label.quotations)
        yield Check(measure=Measure.QUOTED, is_right=is_told, about=one.text)


def _figures(made: Made) -> Iterator[Check]:
    article = _article(made)
    found = [plain(figure.text).casefold() for figure in article.findings.figures] if article else []
    for told in made.document.label.figures:
        figure = plain(told).casefold()
        # As written, or without its end: what comes first is the hedge, and that may not be lost.
        is_right = any(figure in one or figure.startswith(one) for one in found)
        yield Check(measure=Measure.FIGURES, is_right=is_right, about=told)
    words = plain(words_of(made.document)).casefold()
    days = [plain(event.words).casefold() for event in made.document.label.events]
    for figure in found:
        is_day = _YEAR.fullmatch(figure) is not None or any(figure in day.split() for day in days)
        yield Check(measure=Measure.NO_INVENTED_FIGURE, is_right=figure in words and not is_day, about=figure)


def _promises(made: Made) -> Iterator[Check]:
    article = _article(made)
    found = article.findings.promises if article else ()
    for told in made.document.label.promises:
        same = next((one for one in found if plain(told.text_start) in plain(one.text)), None)
        yield Check(measure=Measure.PROMISES, is_right=same is not None, about=told.text_start)
        due = same.due if same else None
        is_right = same is not None and (due is told.due or _are_the_same_words(due, told.due or ""))
        yield Check(measure=Measure.DUE, is_right=is_right, about=f"{due!r} instead of {told.due!r}: {told.text_start}")
    for one in found:
        # One of two that stand in a sentence is labelled by its own first words, so the whole sentence is looked at.
        text = plain(article.sentences[one.sentence].text if article else one.text)
        is_told = any(plain(told.text_start) in text for told in made.document.label.promises)
        yield Check(measure=Measure.PROMISED, is_right=is_told, about=one.text)


def _is_same_quotation(found: Quotation, told: Told) -> bool:
    text = plain(found.text)
    return text.startswith(plain(told.text_start)) and text.endswith(plain(told.text_end))


def _is_same_speaker(found: str | None, told: str | None) -> bool:
    """A title, a job or a first name more or less names the same person."""
    if found is None or told is None:
        return found is told
    one, other = plain(found).casefold(), plain(told).casefold()
    return one in other or other in one


def _is_lit_or_gone(draft: Draft, concern: Concern) -> bool:
    """What cleaning took out cannot be printed; a concern without a sentence is met by any light."""
    article = draft.article
    lit = {light.sentence for light in article.lights if light.kind is LightKind.PRIVACY}
    start = plain(concern.sentence_start or "")
    if not start:
        return bool(lit)
    if start in plain(article.headline.text or ""):
        return None in lit
    return start not in plain(article.text) or bool(lit & places_of(article, start))


def places_of(article: Article, start: str) -> set[int]:
    """The sentence that opens so, and the next of its paragraph: a light on the rest of an account is right too."""
    texts = [plain(sentence.text) for sentence in article.sentences]
    opened = {index for index, text in enumerate(texts) if start in text or (text and start.startswith(text))}
    blocks = [sentence.block for sentence in article.sentences]
    return opened | {at + 1 for at in opened if at + 1 < len(blocks) and blocks[at] == blocks[at + 1]}


def _article(made: Made) -> Article | None:
    return made.draft.article if made.draft else None


def _pairs(made: Made, others: Iterable[Made]) -> Iterator[Check]:
    """Of two documents that say the same one is printed, and of two versions the later."""
    label = made.document.label
    first = label.duplicate_of or label.update_of
    other = next((one for one in others if one.document.name == first), None)
    if made.draft is None or other is None or other.draft is None:
        return
    choice = choose([make_brief(one.draft.article, TODAY) for one in (made, other) if one.draft], most_stories=2)
    is_right = choice.printed == {made.document.name} if label.update_of else len(choice.printed) == 1
    yield Check(measure=Measure.DUPLICATES, is_right=is_right, about=f"{first}: printed {sorted(choice.printed)}")


def _alarms(made: Made) -> Iterator[Check]:
    """Key sentences are never private; and in a paragraph without a private passage no sentence need be lit."""
    article, label = _article(made), made.document.label
    if article is None:
        return
    lit = {light.sentence for light in article.lights if light.kind is LightKind.PRIVACY}
    for sentence in label.key_sentences:
        places = {n for n, one in enumerate(article.sentences) if holds((plain(one.text),), plain(sentence))}
        yield Check(measure=Measure.KEY_UNLIT, is_right=not places & lit, about=sentence)
    private = {
        article.sentences[place].block for start in _private_starts(label) for place in places_of(article, start)
    }
    for number, other in enumerate(article.sentences):
        if other.block not in private:
            yield Check(measure=Measure.UNLIT, is_right=number not in lit, about=other.text)


def _private_starts(label: Label) -> Iterator[str]:
    for concern in label.lights:
        if concern.kind is LightKind.PRIVACY and concern.sentence_start:
            yield plain(concern.sentence_start)
