"""Articles made of paragraphs, as the copy desk makes them."""

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.model import Article, Block, BlockKind
from tests.factories import ISSUE_DAY, a_raw_document, a_source


def an_article_of(*paragraphs: str) -> Article:
    """A document of a title and `paragraphs`."""
    raw = a_raw_document("What happened on Monday", *paragraphs, source=a_source())
    return make_article(raw, lexicon=default_lexicon(), today=ISSUE_DAY)


def blocks_of(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Block, ...]:
    """Blocks of one kind."""
    return tuple(Block(kind=kind, text=text) for text in paragraphs)
