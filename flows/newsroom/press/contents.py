"""In this issue: the way to each story, or to each section where there are many."""

from collections.abc import Iterable, Iterator, Sequence

from flows.newsroom.press.galley import ContentsLine, SetSection, SetStory

LONGEST_CONTENTS = 8  # lines; beyond that the contents name sections, not stories
DIARY = ContentsLine(text="Dates for your diary", anchor="diary")
VOICES = ContentsLine(text="In their own words", anchor="voices")


def set_contents(
    lead: SetStory | None, sections: Sequence[SetSection], *, has_diary: bool, has_voices: bool
) -> tuple[ContentsLine, ...]:
    """The lines in the order of print."""
    first = (*((_story_line(lead),) if lead else ()), *((DIARY,) if has_diary else ()))
    voices = (VOICES,) if has_voices else ()
    told = [section for section in sections if not section.is_asking]
    asking = [section for section in sections if section.is_asking]
    by_story = (*first, *_lines(told), *voices, *_lines(asking))
    if len(by_story) <= LONGEST_CONTENTS:
        return by_story
    return (*first, *map(_section_line, told), *voices, *map(_section_line, asking))


def _lines(sections: Iterable[SetSection]) -> Iterator[ContentsLine]:
    for section in sections:
        if section.asks:
            yield _section_line(section)
        yield from map(_story_line, section.stories)


def _section_line(section: SetSection) -> ContentsLine:
    return ContentsLine(text=section.title, anchor=section.anchor)


def _story_line(story: SetStory) -> ContentsLine:
    return ContentsLine(text=story.name, anchor=story.anchor)
