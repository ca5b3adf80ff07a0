"""Takes away what belongs to the page: whole lines, by the rules of a lexicon."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from flows.newsroom.cleaning.lexicon import Lexicon, Rule, ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof, settle
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, is_personal
from flows.newsroom.model import Action, BlockKind

_CONTACT = re.compile(
    r"@|\d{5}|\d \d{3}|https?:|www\.|\b(?:contact|call|phone|tel|e-?mail|ring|text|ask)\b", re.IGNORECASE
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b")
_FEWEST_WORDS = 2  # of a link's title


def remove_furniture(proof: Proof, lexicon: Lexicon) -> Proof:
    """The proof without furniture."""
    return settle(proof, lambda left: left.without(_marks(left.lines, lexicon)))


def _marks(lines: Sequence[Line], lexicon: Lexicon) -> list[Mark]:
    """What leaves in one pass, from the end: what stands above furniture alone may be furniture itself."""
    rules = [lexicon.rule_for(line.text) for line in lines]
    marks: list[Mark] = []
    for position in reversed(range(len(lines))):
        has_text_below = len(marks) < len(lines) - position - 1
        if lexicon.opens_link_block(lines[position].text):
            marks += _link_block(lines, position, lexicon, has_text_below=has_text_below)
        elif (rule := rules[position]) and _applies(
            rule, rules, position, lines[position], has_text_below=has_text_below
        ):
            marks.append(Mark(position, rule.name))
    return marks


def _applies(rule: Rule, rules: Sequence[Rule | None], position: int, line: Line, *, has_text_below: bool) -> bool:
    beside = (near for near in (position - 1, position + 1) if 0 <= near < len(rules))
    if rule.beside_others and not any(rules[near] for near in beside):
        return False
    return line.block.kind is not BlockKind.HEADING or rule.headings or not has_text_below


def _link_block(lines: Sequence[Line], position: int, lexicon: Lexicon, *, has_text_below: bool) -> Iterator[Mark]:
    """A line such as "See also" with the titles under it: with none, it is the heading of prose."""
    below = range(position + 1, len(lines))
    titles = tuple(takewhile(lambda place: _is_link_title(lines[place], lexicon), below))
    if titles or not has_text_below:
        yield Mark(position, "link block")
    yield from (Mark(place, "link title", Action.MOVED) for place in titles)


def _is_link_title(line: Line, lexicon: Lexicon) -> bool:
    text = line.text
    return (
        line.block.kind is not BlockKind.HEADING
        and lexicon.is_short(text)
        and len(text.split()) >= _FEWEST_WORDS
        and not ends_like_a_sentence(text)
        and not text.endswith((":", ","))
        and lexicon.rule_for(text) is None
        and not lexicon.opens_link_block(text)
        and not _is_fact(text)
    )


def _is_fact(text: str) -> bool:
    """Whether the line says whom to ask, when, or who signs: that is no title."""
    is_name = re.fullmatch(FULL_NAME, text) is not None and is_personal(text)
    return is_name or _CONTACT.search(text) is not None or _DAY.search(text) is not None
