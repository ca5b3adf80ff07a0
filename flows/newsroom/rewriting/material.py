"""Which documents may be shown to a language model, and which of their sentences."""

from flows.newsroom.language.housekeeping import is_housekeeping
from flows.newsroom.language.instructions import speaks_to_machines
from flows.newsroom.model import Article, BlockKind, Colour, LightKind, Rights

_MOST_SENTENCES = 200
_OURS = frozenset({Rights.OWN, Rights.OGL})


def why_withheld(article: Article) -> str | None:
    """Why a document must not be shown to a language model, to be read after a colon; None: it may."""
    open_lights = [light for light in article.lights if light.colour is not Colour.GREEN]
    if article.source.defaults.rights not in _OURS or any(light.kind is LightKind.RIGHTS for light in open_lights):
        return "it is not known to be our own or under the Open Government Licence"
    if any(light.kind is LightKind.PRIVACY for light in open_lights):
        return "it holds something private"
    if any(light.kind is LightKind.READING and light.sentence is None for light in open_lights):
        return "it is not certain that it was read as it was meant"
    if speaks_to_machines(f"{article.headline.text}\n{article.text}"):
        return "it holds words that tell a program what to do"
    return None if sentences_shown(article) else "it holds no sentence to reword"


def sentences_shown(article: Article) -> tuple[int, ...]:
    """The places of the sentences that a model is shown: no headings, tables, housekeeping or what is lit."""
    sensitive = article.sensitive
    printable = (
        place
        for place, sentence in enumerate(article.sentences)
        if place not in sensitive
        and article.blocks[sentence.block].kind not in {BlockKind.HEADING, BlockKind.ROW}
        and not is_housekeeping(sentence.text)
    )
    return tuple(printable)[:_MOST_SENTENCES]
