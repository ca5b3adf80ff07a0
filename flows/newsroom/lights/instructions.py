"""Text addressed to machines: named for the coordinator, and never printed."""

from collections.abc import Iterator, Sequence

from flows.newsroom.language.instructions import HIDDEN_INSTRUCTION, speaks_to_machines
from flows.newsroom.model import Action, Article, Colour, Light, LightKind

_SEEN = "This speaks to machines, not to readers. It is not printed, and nothing here does what it says."
_REMOVED = "A line that was taken out spoke to machines, not to readers."
_HIDDEN = (
    f"{HIDDEN_INSTRUCTION} Somebody meant to steer programs with it: nothing of the page is printed until you decide"
)


def instruction_lights(article: Article, notes: Sequence[str]) -> Iterator[Light]:
    """Red where the instruction was hidden in a page, amber where everybody can read it."""
    if HIDDEN_INSTRUCTION in notes:
        yield _light(Colour.RED, _HIDDEN)
    if article.headline.text and speaks_to_machines(article.headline.text):
        yield _light(Colour.AMBER, _SEEN)
    for index, sentence in enumerate(article.sentences):
        if speaks_to_machines(sentence.text):
            yield _light(Colour.AMBER, _SEEN, index)
    if any(change.action is not Action.MENDED and speaks_to_machines(change.text) for change in article.changes):
        yield _light(Colour.AMBER, _REMOVED)


def _light(colour: Colour, reason: str, sentence: int | None = None) -> Light:
    return Light(colour=colour, kind=LightKind.INSTRUCTION, reason=reason, sentence=sentence)
