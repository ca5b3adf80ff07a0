"""A message that was passed on twice is read as its first writer wrote it, whatever mail servers put around it."""

import pytest

from flows.newsroom.formats.forwarding import Told, bare_subject, unwrap_forwarded
from flows.newsroom.model import Block, BlockKind

TEXT = "We served the last dinner today, and fifty-three people sat down to it and nobody moaned about the sprouts."


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("[External] FW: RE: Fwd: Lunch for all", "Lunch for all"),
        ("[CARERS-LIST] Lunch for all", "Lunch for all"),
        ("FW: [EXTERNAL EMAIL] Lunch for all", "Lunch for all"),
        ("Lunch for all [again]", "Lunch for all [again]"),
        ("[sic] Lunch for all", "[sic] Lunch for all"),
    ],
)
def test_what_servers_and_lists_put_before_a_subject_is_no_part_of_it(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


def test_headers_that_a_program_wrapped_together_are_told_apart() -> None:
    lines = (
        (BlockKind.PARAGRAPH, "Worth a slot?"),
        (BlockKind.PARAGRAPH, "Begin forwarded message:"),
        (BlockKind.QUOTATION, "From: Petra Lee <petra@example.org> Date: 13 October 2026 at 09:05:17 BST"),
        (BlockKind.QUOTATION, "To: Ned <ned@example.org>"),
        (BlockKind.QUOTATION, "Subject: The lunch club"),
        (BlockKind.QUOTATION, TEXT),
    )
    blocks = tuple(Block(kind=kind, text=text) for kind, text in lines)

    told = unwrap_forwarded(Told(subject="[External] Fwd: The lunch club", sender="Ned", blocks=blocks))

    assert [block.text for block in told.blocks] == [TEXT]
    assert told.sender == "Petra Lee <petra@example.org>"
