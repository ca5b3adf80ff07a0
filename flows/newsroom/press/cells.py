"""Words as they may stand in a cell of a spreadsheet: in one line, and never a formula."""

import re

from flows.newsroom.press.letters import neutral

LONGEST_CELL = 32_000  # characters; Excel breaks a cell of more than 32,767 into rows

# A spreadsheet takes a cell that begins so for a formula, and runs it; OWASP, "CSV Injection".
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


def safe_cell(words: str) -> str:
    """`words` in one line, with a mark in front where a spreadsheet would run them."""
    line = " ".join(neutral(words).split())
    line = line if len(line) <= LONGEST_CELL else f"{line[:LONGEST_CELL]} […]"
    return f"'{line}" if _FORMULA.match(line) else line
