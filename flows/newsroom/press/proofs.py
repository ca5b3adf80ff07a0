"""What whoever signs an issue compares: every printed line, part by part, beside what it stands on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.newsroom.model import ArticleId, Issue, Light, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import AskLine, DiaryLine, Galley, SetStory
from flows.newsroom.press.proof_lines import EDITORS, OURS, SETTINGS, ProofLine, on_document, story_lines
from flows.newsroom.press.sheet import foremost, questions

ON_THE_BRIEFING = 3  # questions
WORD_FOR_WORD = "An earlier issue, word for word"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPart:
    """A part of the issue, such as a story or the diary."""

    title: str
    lines: tuple[ProofLine, ...]
    told: SetStory | None = None  # None: it is no story
    lights: tuple[Light, ...] = ()  # on none of its lines


def proof_of(issue: Issue, galley: Galley) -> tuple[ProofPart, ...]:
    """Every line that `issue` prints, part by part in the order of print; `galley` is the issue in type."""
    told = list(zip(issue.stories, galley.stories, strict=True))
    stories = {in_type.anchor: story for story, in_type in told}
    parts = (
        _part("Masthead", _masthead(galley)),
        _part("Hello from the editor", _hello(galley)),
        *(proof_of_story(*one) for one in told[: 1 if galley.lead else 0]),
        _part("Dates for your diary", (_date(line, stories) for line in galley.diary)),
        *(proof_of_story(*one) for one in told[1 if galley.lead else 0 :]),
        _part("In their own words", _voices(galley)),
        _part("Have your say", (_ask(line, stories) for section in galley.sections for line in section.asks)),
        _part("What happened next?", _sequels(galley)),
        _part("Question for your team", _editors(filter(None, [galley.question]), "question.md")),
        _part("Questions on the sheets", _questions(issue)),
        _part(galley.revisited.title if galley.revisited else "", _revisited(galley)),
        _part("New here?", _editors(galley.new_here, "newsletter.toml")),
        _part("Abbreviations in this issue", _meanings(issue)),
        _part("About this newsletter", _imprint(galley)),
    )
    return tuple(part for part in parts if part.lines)


def proof_of_story(story: Story, told: SetStory) -> ProofPart:
    """The lines of a story, the lights on them, and those on none of them."""
    lines = tuple(story_lines(story, told))
    shown = {light for line in lines for light in line.lights}
    rest = tuple(light for light in story.lights if light not in shown)
    return ProofPart(title=told.name, lines=lines, told=told, lights=rest)


def _part(title: str, lines: Iterable[ProofLine]) -> ProofPart:
    return ProofPart(title=title, lines=tuple(lines))


def _masthead(galley: Galley) -> Iterator[ProofLine]:
    masthead = galley.masthead
    for name, words in (
        ("Name", masthead.name),
        ("Strapline", masthead.strapline),
        ("Published by", masthead.publisher),
        ("Edited by", masthead.editor),
    ):
        if words:
            yield ProofLine(name=name, printed=words, ground=SETTINGS)
    yield ProofLine(name="Day", printed=galley.day, ground=f"{OURS}: the day of the issue")
    if galley.stories:
        yield ProofLine(name="Length", printed=f"{galley.tally}, {galley.reading_time}", ground=f"{OURS}, counted")
    if galley.number:
        yield ProofLine(name="Number", printed=galley.number, ground=f"{OURS}, counted on from newsletter.toml")
    if galley.period:
        ground = f"{OURS}: since the last issue that was sent, or from the earliest to the latest story"
        yield ProofLine(name="Period", printed=galley.period, ground=ground)


def _hello(galley: Galley) -> Iterator[ProofLine]:
    yield from _editors(galley.hello, "hello.md")
    if galley.hello and galley.masthead.editor:
        yield ProofLine(name="Signed", printed=f"{galley.masthead.editor}, editor", ground=SETTINGS)


def _editors(paragraphs: Iterable[str], file: str) -> Iterator[ProofLine]:
    for number, words in enumerate(paragraphs, start=1):
        yield ProofLine(name=str(number), printed=words, ground=f"{EDITORS}: {file}")


def _date(line: DiaryLine, stories: dict[str, Story]) -> ProofLine:
    printed = ", ".join(filter(None, (line.name and wording.opening(line.name), line.places)))
    return _of_story(line.day, printed, line.story, line.sentence, stories)


def _ask(line: AskLine, stories: dict[str, Story]) -> ProofLine:
    answer = f"Answer: {line.answer}" if line.answer else None
    printed = ". ".join(filter(None, (line.what, line.who, answer)))
    name = f"By {line.day}, {line.time}" if line.time else f"By {line.day}"
    return _of_story(name, printed or line.story.name, line.story, line.sentence, stories)


def _of_story(
    name: str, printed: str, told: SetStory | None, sentence: int | None, stories: dict[str, Story]
) -> ProofLine:
    """A line outside its story, on a sentence of its document."""
    if told is None:
        return ProofLine(name=name, printed=printed, ground="A document whose story is not in this issue")
    sentences = (sentence,) if sentence else ()
    return on_document(name, printed, stories[told.anchor], sentences, told.document)


def _voices(galley: Galley) -> Iterator[ProofLine]:
    for voice in galley.voices:
        printed = f"“{voice.words}” {voice.who}. {voice.consent}"
        yield ProofLine(name=voice.who, printed=printed, ground=f"{EDITORS}: voices.toml, with the day of consent")


def _sequels(galley: Galley) -> Iterator[ProofLine]:
    for line in galley.sequels:
        if line.promise:
            leads = f" In this issue: {line.story.name}" if line.story else ""
            printed, ground = f"“{line.promise}” {line.told}{leads}", WORD_FOR_WORD
        else:
            printed, ground = f"{line.story.name if line.story else ''}: {line.told}", f"{OURS}, from an earlier issue"
        yield ProofLine(name=line.label, printed=printed, ground=ground)


def _questions(issue: Issue) -> Iterator[ProofLine]:
    for number, words in enumerate(questions(foremost(issue, ON_THE_BRIEFING)), start=1):
        ground = f"{OURS}, by the kind of document: on the team briefing, unless the story finds no room there"
        if number == 1 and not issue.editorial.question:
            ground = f"{OURS}, by the kind of document: on the team briefing and the noticeboard"
        yield ProofLine(name=f"To story {number}", printed=words, ground=ground)


def _revisited(galley: Galley) -> Iterator[ProofLine]:
    if old := galley.revisited:
        yield ProofLine(name="Headline", printed=old.headline, ground=WORD_FOR_WORD)
        yield ProofLine(name="Sentence", printed=f"“{old.text}”", ground=WORD_FOR_WORD)
        yield ProofLine(name="From", printed=old.told, ground=OURS)


def _meanings(issue: Issue) -> Iterator[ProofLine]:
    stories: dict[ArticleId, Story] = {story.article.id: story for story in issue.stories}
    for meaning in issue.meanings:
        story = stories.get(meaning.story) if meaning.story else None
        if story is None:
            yield ProofLine(name=meaning.letters, printed=meaning.words, ground=f"{OURS}: the glossary, with your own")
            continue
        found = [one for one in story.article.findings.abbreviations if one.letters == meaning.letters]
        sentences = [one.sentence + 1 for one in found if one.words == meaning.words]
        yield on_document(meaning.letters, meaning.words, story, sentences, story.article.source.path)


def _imprint(galley: Galley) -> Iterator[ProofLine]:
    if galley.masthead.contact:
        words = f"To reply, to correct a mistake or to ask for another format, write to {galley.masthead.contact}"
        yield ProofLine(name="Contact", printed=words, ground=SETTINGS)
    for number, line in enumerate(galley.imprint, start=1):
        words = f"{line.words}: {line.address}" if line.address else line.words
        yield ProofLine(name=str(number), printed=words, ground=SETTINGS)
    if galley.has_open_government:
        words = "Contains public sector information licensed under the Open Government Licence v3.0"
        yield ProofLine(name="Rights", printed=words, ground=f"{OURS}: source.toml names that licence for a document")
