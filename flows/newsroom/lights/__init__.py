"""Lights: what a person must look at before a document goes out, and what to do about it.

A reason may name the kind of thing and the document's own words for a day; it never quotes more, because
lights are printed on the review sheet. The index of the sentence points at the rest.
"""

from collections.abc import Sequence

from flows.newsroom.lights.dates import date_lights
from flows.newsroom.lights.links import link_lights
from flows.newsroom.lights.privacy import privacy_lights
from flows.newsroom.lights.reading import reading_lights
from flows.newsroom.lights.rights import rights_lights
from flows.newsroom.model import Article, Light

__all__ = ["find_lights"]


def find_lights(article: Article, notes: Sequence[str] = ()) -> tuple[Light, ...]:
    """Every light that the article itself gives cause for: rights, dates, reading, links, privacy.

    Args:
        article: Complete but for its lights.
        notes: What the reader and the copy desk want the coordinator to know.
    """
    return (
        *rights_lights(article),
        *date_lights(article),
        *reading_lights(article, notes),
        *link_lights(article),
        *privacy_lights(article),
    )
