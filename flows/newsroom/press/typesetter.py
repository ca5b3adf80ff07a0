"""Puts an issue into type."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from flows.newsroom.language.calendar import in_words, with_weekday
from flows.newsroom.model import (
    HAVE_YOUR_SAY,
    ArticleId,
    DiaryEntry,
    Event,
    Imprint,
    Issue,
    Rights,
    Section,
    Story,
)
from flows.newsroom.press import wording
from flows.newsroom.press.asks import set_ask
from flows.newsroom.press.contents import set_contents
from flows.newsroom.press.facts import facts_of
from flows.newsroom.press.galley import (
    AskLine,
    DiaryLine,
    Fact,
    Galley,
    ImprintLine,
    Passage,
    SetSection,
    SetStory,
)
from flows.newsroom.press.passages import paragraphs_of, places_of
from flows.newsroom.press.pictures import Pictures, draw_pictures
from flows.newsroom.press.sequels import set_revisited, set_sequels
from flows.newsroom.press.voices import pull_quotation, set_voice

ASKING_TITLE = "Have your say"  # of a section that no category names
LONGEST_BRIEF = 380  # characters: six lines; so much may stay white on the page before
LONGEST_FACTS = 400  # characters below it


def set_issue(issue: Issue) -> Galley:
    """Put `issue` into type: word every fact, number every source, leave out what is empty."""
    numbers = count(1)
    lead = _set_story(issue.lead, next(numbers), issue, is_lead=True) if issue.lead else None
    filled = [section for section in issue.sections if section.stories]
    sections = tuple(_set_section(section, place, numbers, issue) for place, section in enumerate(filled, start=1))
    sections = _with_asks(sections, _set_asks(issue, lead, sections))
    diary = _set_diary(issue, lead, sections)
    return Galley(
        masthead=issue.masthead,
        date=issue.date,
        day=with_weekday(issue.date),
        title=f"{issue.masthead.name}, {in_words(issue.date)}",
        tally=wording.tally(len(issue.stories), "story", "stories"),
        reading_time=wording.reading_time(issue),
        contents=set_contents(lead, sections, has_diary=bool(diary), has_voices=bool(issue.editorial.voices)),
        lead=lead,
        diary=diary,
        sections=sections,
        has_open_government=any(_is_open_government(story) for story in issue.stories),
        number=f"Issue {issue.number}" if issue.number else None,
        period=wording.period(issue.period) if issue.period else None,
        hello=issue.editorial.hello,
        question=issue.editorial.question,
        voices=tuple(map(set_voice, issue.editorial.voices)),
        revisited=set_revisited(issue),
        sequels=set_sequels(issue, _told_in(issue, lead, sections)),
        new_here=tuple(filter(None, (issue.masthead.imprint.about, issue.masthead.imprint.join))),
        meanings=tuple(dict.fromkeys((meaning.letters, meaning.words) for meaning in issue.meanings)),
        imprint=tuple(_imprint(issue.masthead.imprint)),
        pictures=_draw(issue, diary, sections),
    )


def _draw(issue: Issue, diary: tuple[DiaryLine, ...], sections: tuple[SetSection, ...]) -> Pictures:
    printed = sorted(sections, key=lambda section: section.is_asking)
    rows = [(section.title, len(section.stories)) for section in printed if section.stories]
    return draw_pictures([line.date for line in diary if line.date], issue.date, rows)


def _set_section(section: Section, place: int, numbers: Iterator[int], issue: Issue) -> SetSection:
    stories = tuple(_set_story(story, next(numbers), issue) for story in section.stories)
    return SetSection(
        anchor=f"section-{place}",
        title=section.title,
        family=section.family,
        stories=stories,
        is_asking=section.key == HAVE_YOUR_SAY,
    )


def _with_asks(sections: tuple[SetSection, ...], asks: tuple[AskLine, ...]) -> tuple[SetSection, ...]:
    """The sections with what is asked at the head of theirs, which is made if no story stands in it."""
    if asks and not any(section.is_asking for section in sections):
        anchor = f"section-{len(sections) + 1}"
        sections += (SetSection(anchor=anchor, title=ASKING_TITLE, family="public", stories=(), is_asking=True),)
    return tuple(replace(section, asks=asks) if section.is_asking else section for section in sections)


def _set_story(story: Story, number: int, issue: Issue, *, is_lead: bool = False) -> SetStory:
    article, issued = story.article, issue.date
    address = wording.web_address(article.source.defaults.address)
    paragraphs, facts = paragraphs_of(story), facts_of(story, address, issue)
    pulled = pull_quotation(story)
    return SetStory(
        anchor=f"story-{number}",
        headline=article.headline.text,
        language=wording.foreign(article.language),
        archive=wording.archive_label(story, issued),
        paragraphs=paragraphs,
        quotation=pulled.words if pulled else None,
        speaker=pulled.speaker if pulled else None,
        quoted=pulled.sentences if pulled else (),
        signpost=None if story.summary else wording.signpost(story),
        facts=facts if story.summary else (),
        address=address,
        document=article.source.path,
        sentences=len(article.sentences),
        places=places_of([passage for paragraph in paragraphs for passage in paragraph], len(article.sentences)),
        basis=wording.basis(article.published),
        is_brief=not is_lead and _told(paragraphs) < LONGEST_BRIEF and sum(map(_length, facts)) < LONGEST_FACTS,
        tongue=wording.tongue(story),
        reworded=wording.reworded(story),
    )


def _length(fact: Fact) -> int:
    return len(fact.words)


def _told(paragraphs: tuple[tuple[Passage, ...], ...]) -> int:
    return sum(len(passage.text) for paragraph in paragraphs for passage in paragraph)


def _set_diary(issue: Issue, lead: SetStory | None, sections: tuple[SetSection, ...]) -> tuple[DiaryLine, ...]:
    told_in = _told_in(issue, lead, sections)
    return tuple(line for entry in issue.diary if (line := _diary_line(entry, told_in.get(entry.story))))


def _set_asks(issue: Issue, lead: SetStory | None, sections: tuple[SetSection, ...]) -> tuple[AskLine, ...]:
    told_in, stories = _told_in(issue, lead, sections), {story.article.id: story for story in issue.stories}
    entries = [entry for entry in issue.consultations if entry.story in told_in]
    lines = (set_ask(entry, stories[entry.story], told_in[entry.story]) for entry in entries)
    return tuple(line for line in lines if line)


def _told_in(issue: Issue, lead: SetStory | None, sections: tuple[SetSection, ...]) -> dict[ArticleId, SetStory]:
    """Each story in type, by its article; of one that is printed twice the first."""
    in_type = (*((lead,) if lead else ()), *(story for section in sections for story in section.stories))
    return {told.article.id: story for told, story in zip(reversed(issue.stories), reversed(in_type), strict=True)}


def _diary_line(entry: DiaryEntry, story: SetStory | None) -> DiaryLine | None:
    day = wording.event_day(entry.event)
    if day is None:
        return None
    return DiaryLine(
        day=day,
        date=wording.printable_day(entry.event.when),
        name=entry.event.name,
        places=_particulars(entry.event, is_ours=story is not None and story.signpost is None),
        story=story,
        sentence=None if entry.event.sentence is None else entry.event.sentence + 1,
    )


def _particulars(event: Event, *, is_ours: bool) -> str | None:
    """At what time, where, at what cost and whom to ask; of a document that is not ours only time and place."""
    ask = f"ask {event.contact}" if event.contact and is_ours else None
    cost = event.cost if is_ours else None
    return ", ".join(words for words in (event.time, *event.places, cost, ask) if words) or None


def _imprint(imprint: Imprint) -> Iterator[ImprintLine]:
    told = (
        ("Part of {}", imprint.host),
        ("Telephone: {}", imprint.phone),
        ("Registered charity number {}", imprint.charity_number),
        ("Contributions for the next issue by: {}", imprint.deadline),
        ("The next issue appears: {}", imprint.next_issue),
        ("To leave the list: {}", imprint.leave),
        ("Other formats: {}", imprint.formats),
    )
    for words, value in told:
        if value:
            yield ImprintLine(words=words.format(value.removesuffix(".")))
    if address := wording.web_address(imprint.privacy):
        yield ImprintLine(words="How we keep your details: our privacy notice", address=address)


def _is_open_government(story: Story) -> bool:
    return story.summary is not None and story.article.source.defaults.rights is Rights.OGL
