"""What kind of document it is: an event report, a meeting note, a blog; with the words that decided.

Three kinds of sign are weighed: the points of the cues of each form, the manner of writing, and the words themselves.
"""

from collections.abc import Sequence
from functools import lru_cache

from flows.newsroom.forms._cues import evidence_of, hits_of
from flows.newsroom.forms._text import text_of
from flows.newsroom.forms._weighing import learned, likeliest, signs_of
from flows.newsroom.model import Block, Form

__all__ = ["form_of"]


def form_of(title: str | None, blocks: Sequence[Block], imprint: Sequence[str] = ()) -> tuple[Form, tuple[str, ...]]:
    """Tell what kind of document `blocks` make.

    Args:
        title: The document's own title.
        blocks: Its blocks, without the title.
        imprint: Its date lines, which may call it a digest or minutes.

    Returns:
        The form, and the words of the document that speak for it; none where no cue of the form is there.
    """
    return _told(title, tuple(blocks), tuple(imprint))


@lru_cache(maxsize=128)  # two stages ask it of the same batch
def _told(title: str | None, blocks: tuple[Block, ...], imprint: tuple[str, ...]) -> tuple[Form, tuple[str, ...]]:
    text = text_of(title, blocks, imprint)
    hits = hits_of(text)
    form = likeliest(signs_of(text, hits), learned()) if text.words else Form.NEWS
    return form, evidence_of(form, hits, text)
