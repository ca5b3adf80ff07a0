"""Dating: when a document was published and when its events are, each with the reason to believe it.

    find_publication   blocks -> its date, and the lines that say it
    find_events        title and sentences -> the days it tells of, with what happens and where
    settle             those, and what a person said of them -> the same, with the days that are settled

A year that is not written is never invented. It follows from the document's own date, the weekday and
the tense; from clues only, and then it is marked as inferred and not printed; or it stays open.
"""

from flows.newsroom.dating.datelines import is_letter
from flows.newsroom.dating.events import Chronicle, find_events
from flows.newsroom.dating.publication import Publication, find_publication
from flows.newsroom.dating.settled import settle, settled, unknown_words
from flows.newsroom.dating.telling import Telling

__all__ = [
    "Chronicle",
    "Publication",
    "Telling",
    "find_events",
    "find_publication",
    "is_letter",
    "settle",
    "settled",
    "unknown_words",
]
