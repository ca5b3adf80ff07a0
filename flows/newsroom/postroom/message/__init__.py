"""One member's mail: headers, text, HTML and the PDF that all copies share.

folder of an issue, or the words of a correction -> Papers -> Letter, once a mailing -> Envelope, once a member
"""

from flows.newsroom.postroom.message.copies import Copy, copy_of, message_id, return_address
from flows.newsroom.postroom.message.letters import (
    Letter,
    Stationery,
    envelope,
    make_letter,
    test_letter,
    why_no_letter,
)
from flows.newsroom.postroom.message.papers import Papers, read_papers
from flows.newsroom.postroom.message.slips import make_slip, slip_paragraphs

__all__ = [
    "Copy",
    "Letter",
    "Papers",
    "Stationery",
    "copy_of",
    "envelope",
    "make_letter",
    "make_slip",
    "message_id",
    "read_papers",
    "return_address",
    "slip_paragraphs",
    "test_letter",
    "why_no_letter",
]
