"""Lights: what a person must look at before a document goes out, and what to do about it.

A reason may name the kind of thing and the document's own words for a day; it never quotes more, because
lights are printed on the review sheet. The index of the sentence points at the rest.
"""

from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.lights.dates import date_lights
from flows.newsroom.lights.instructions import instruction_lights
from flows.newsroom.lights.links import link_lights
from flows.newsroom.lights.markings import marking_lights
from flows.newsroom.lights.privacy import privacy_lights
from flows.newsroom.lights.reading import reading_lights
from flows.newsroom.lights.rights import rights_lights
from flows.newsroom.model import Article, Colour, Light, LightKind

__all__ = ["find_lights"]


def find_lights(article: Article, notes: Sequence[str] = ()) -> tuple[Light, ...]:
    """Every light that the article itself gives cause for: rights, dates, reading, links, privacy.

    Args:
        article: Complete but for its lights.
        notes: What the reader and the copy desk want the coordinator to know.
    """
    found = (
        *rights_lights(article),
        *marking_lights(article, notes),
        *instruction_lights(article, notes),
        *date_lights(article),
        *reading_lights(article, notes),
        *link_lights(article),
        *privacy_lights(article),
    )
    return tuple(_with_decision(light, article.source.defaults.decided) for light in found)


def _with_decision(light: Light, decided: Sequence[LightKind]) -> Light:
    """The light after a person has decided: no longer in the way of the story, and as visible as before."""
    is_settled = light.colour is Colour.RED and light.kind in decided
    return replace(light, colour=Colour.AMBER) if is_settled else light
