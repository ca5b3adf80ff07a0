"""Takes away what belongs to the page: whole lines, by the rules of a lexicon."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from flows.newsroom.cleaning.lexicon import Lexicon, Rule, ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof, settle
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, is_personal
from flows.newsroom.model import Action, BlockKind, Change

_CONTACT = re.compile(
    r"@|\d{5}|\d \d{3}|https?:|www\.|\b(?:contact|call|phone|tel|e-?mail|ring|text|ask)\b", re.IGNORECASE
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b")
_LABELLED_CONTACT = re.compile(
    r"(?:[tmewf]|tel(?:ephone)?|mob(?:ile)?|phone|e-?mail|web(?:site)?|direct(?: line| dial)?|ext(?:ension)?)\s*[:.]",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"[^\s:.!?][^:.!?]{0,29}(?:\([^)]{1,20}\))?:\s|.{2,30} (?:says|said|wrote|writes|replied)\b")
_STAMP = re.compile(r".{0,30}\b\d+ ?\w+ ago|repl(?:y|ies)|report(?: comment)?|likes?(?: \d+)?", re.IGNORECASE)
_LONGEST_POST = 60  # words
_FEWEST_WORDS = 2  # of a link's title
_MOST_WORDS_OF_A_DAY = 4  # "Monday 3 May 2024"
_STROKES = re.compile(r"\s*[|·•»>]\s*")
_FEWEST_PARTS = 3
_MOST_WORDS_OF_A_PART, _LONGEST_PART = 5, 40
_FEWEST_LINES, _FEWEST_TIMES = 12, 3  # of a document with pages, and of what stands on each
_FEWEST_WORDS_OF_A_HEAD, _MOST_WORDS_OF_A_HEAD = 4, 12
_EDGE = 4  # lines from the top and from the end
_LONGEST_SIGNATURE = 12  # lines
_MOST_WORDS_OF_A_SIGNATURE = 12  # in each of its lines
_MOST_WORDS_OF_A_NAME = 7  # with a job beside it


def remove_furniture(proof: Proof, lexicon: Lexicon) -> Proof:
    """The proof without furniture."""
    rule_for = cache(lexicon.rule_for)  # what stays comes round again
    return settle(proof, lambda left: left.without(_marks(left.lines, lexicon, rule_for)))


def notes_on(changes: Sequence[Change], lexicon: Lexicon) -> tuple[str, ...]:
    """What the coordinator is told about the furniture that left, each note once."""
    rules = {change.rule for change in changes}
    return tuple(dict.fromkeys(rule.note for rule in lexicon.rules if rule.note and rule.name in rules))


def _marks(lines: Sequence[Line], lexicon: Lexicon, rule_for: Callable[[str], Rule | None]) -> list[Mark]:
    """What leaves in one pass, from the end: what stands above furniture alone may be furniture itself."""
    rules = [rule_for(line.text) for line in lines]
    marks = list(_page_end(lines, rules, lexicon))
    menus, running_heads = frozenset(_menus(lines)), frozenset(_running_heads(lines))
    end = min((mark.position for mark in marks), default=len(lines))
    for position in reversed(range(end)):
        rule = rules[position]
        has_text_below = len(marks) < len(lines) - position - 1
        if lexicon.opens_link_block(lines[position].text):
            marks += _link_block(lines, position, lexicon, has_text_below=has_text_below)
        elif rule and _applies(rule, rules, position, lines[position], has_text_below=has_text_below):
            marks.append(Mark(position, rule.name))
            marks += _signature_below(lines, position, rules) if rule.signature_below else ()
            marks += _comments_below(lines, position, rule) if rule.comments_below else ()
            marks += _all_below(lines, position, rule) if rule.all_below else ()
        elif position in menus or position in running_heads:
            marks.append(Mark(position, "menu" if position in menus else "running head"))
        elif lexicon.opens_page_end(lines[position].text):
            marks += _link_list(lines, position, lexicon)
    return marks


def _menus(lines: Sequence[Line]) -> Iterator[int]:
    """Lines at the edges that are made of three short parts and more: a menu, a motto, the links of a foot."""
    for position, line in enumerate(lines):
        is_edge = position < _EDGE or position >= len(lines) - _EDGE
        parts = _STROKES.split(line.text) if is_edge and line.block.kind is BlockKind.PARAGRAPH else ()
        if len(parts) >= _FEWEST_PARTS and all(map(_is_link_word, parts)) and not any(map(_names_somebody, parts)):
            yield position


def _names_somebody(part: str) -> bool:
    """Whether a part of a line holds a person's name: the line may say who writes."""
    return any(is_personal(name) and name.split(maxsplit=1)[0] in FIRST_NAMES for name in re.findall(FULL_NAME, part))


def _is_link_word(part: str) -> bool:
    is_short = 0 < len(part.split()) <= _MOST_WORDS_OF_A_PART and len(part) <= _LONGEST_PART
    return is_short and not re.search(r"[\d@.!?:]", part)


def _running_heads(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that come again and again but for a number in them: what stands on every page."""
    if len(lines) < _FEWEST_LINES:
        return
    shapes = [_shape(line) for line in lines]
    often = {shape for shape, times in Counter(filter(None, shapes)).items() if times >= _FEWEST_TIMES}
    first = {shape: shapes.index(shape) for shape in often}
    yield from (n for n, shape in enumerate(shapes) if shape in often and n != first[shape])


def _shape(line: Line) -> str | None:
    """A short line that is no prose, with its figures made alike; None for any other."""
    is_plain = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not line.text.endswith((":", "?", "."))
    is_short = _FEWEST_WORDS_OF_A_HEAD <= len(line.text.split()) <= _MOST_WORDS_OF_A_HEAD
    return re.sub(r"\d+", "0", line.text.casefold()) if is_plain and is_short else None


def _applies(rule: Rule, rules: Sequence[Rule | None], position: int, line: Line, *, has_text_below: bool) -> bool:
    beside = (near for near in (position - 1, position + 1) if 0 <= near < len(rules))
    if rule.beside_others and not any(rules[near] for near in beside):
        return False
    if rule.edges and _EDGE <= position < len(rules) - _EDGE:
        return False
    return line.block.kind is not BlockKind.HEADING or rule.headings or not has_text_below


def _page_end(lines: Sequence[Line], rules: Sequence[Rule | None], lexicon: Lexicon) -> Iterator[Mark]:
    """A line such as "Related articles" and all below it, if that is no prose; a name or a day at the end stays."""
    bottom = len(lines)
    while bottom and _is_name(lines[bottom - 1].text):
        bottom -= 1
    top = bottom
    while top and (rules[top - 1] or not _is_prose(lines[top - 1].text, lexicon)):
        top -= 1
    opening = next((place for place in range(max(1, top), bottom) if lexicon.opens_page_end(lines[place].text)), None)
    if opening is None or not any(_is_prose(line.text, lexicon) for line in lines[:opening]):
        return
    below = range(opening + 1, bottom)
    days = [place for place in below if _DAY.search(lines[place].text)]
    if bottom == len(lines) and days == [bottom - 1]:
        below = range(opening + 1, bottom - 1)  # one day at the very end is the document's own
    opener = rules[opening]
    yield Mark(opening, opener.name if opener else "page end")
    for place in below:
        rule = rules[place]
        if lines[place].block.kind is BlockKind.ROW and rule is None:
            continue  # a table of facts that the page shows beside its text
        yield Mark(place, rule.name) if rule else Mark(place, "link title", Action.MOVED)


def _is_prose(text: str, lexicon: Lexicon) -> bool:
    """Whether a line reads like prose and not like the title of something."""
    is_question = text.endswith("?") and lexicon.is_short(text)
    return not lexicon.is_short(text) or (ends_like_a_sentence(text) and not is_question)


def _link_list(lines: Sequence[Line], position: int, lexicon: Lexicon) -> Iterator[Mark]:
    """A line such as "Similar jobs" above prose, with the titles under it: one alone may be a heading of the prose."""
    below = range(position + 1, len(lines))
    titles = tuple(takewhile(lambda place: _is_link_title(lines[place], lexicon), below))
    if len(titles) > 1 or any(lines[place].block.kind is BlockKind.ITEM for place in titles):
        yield Mark(position, "link block")
        yield from (Mark(place, "link title", Action.MOVED) for place in titles)


def _signature_below(lines: Sequence[Line], position: int, rules: Sequence[Rule | None]) -> Iterator[Mark]:
    """The short lines under "Kind regards": a name, what it does and where, and how to reach it."""
    below = range(position + 1, min(position + 1 + _LONGEST_SIGNATURE, len(lines)))
    signature = tuple(takewhile(lambda place: _may_sign(lines[place]) or rules[place] is not None, below))
    if signature and len(lines[signature[0]].text.split()) <= _MOST_WORDS_OF_A_NAME:
        signs = (place for place in signature if not _is_day(lines[place].text))
        yield from (Mark(place, "signature", Action.MOVED) for place in signs)


def _comments_below(lines: Sequence[Line], position: int, rule: Rule) -> Iterator[Mark]:
    """The lines under "Comments (2)" that open with somebody's name and a colon, in the second half of a document."""
    if position * 2 >= len(lines):
        below = range(position + 1, len(lines))
        spoken = tuple(takewhile(lambda place: _COMMENT.match(lines[place].text) is not None, below))
        if not spoken and _are_posts(lines[position + 1 :]):
            spoken = tuple(below)
        yield from (Mark(place, rule.name) for place in spoken)


def _all_below(lines: Sequence[Line], position: int, rule: Rule) -> Iterator[Mark]:
    """What stands under the "ENDS" of a press release is told to journalists; its day is the document's own."""
    if position * 2 >= len(lines):
        yield from (
            Mark(place, rule.name) for place in range(position + 1, len(lines)) if not _is_day(lines[place].text)
        )


def _are_posts(lines: Sequence[Line]) -> bool:
    """Whether lines are posts of readers: none is long, and one says how long ago it was written, or is a button."""
    is_stamped = any(_STAMP.fullmatch(line.text) for line in lines)
    return is_stamped and all(len(line.text.split()) <= _LONGEST_POST for line in lines)


def _may_sign(line: Line) -> bool:
    text = line.text
    is_short = len(text.split()) <= _MOST_WORDS_OF_A_SIGNATURE and not text.endswith(":")
    is_open = not ends_like_a_sentence(text) or _LABELLED_CONTACT.match(text) is not None
    return line.block.kind in {BlockKind.PARAGRAPH, BlockKind.ROW} and is_short and is_open


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
        line.block.kind not in {BlockKind.HEADING, BlockKind.ROW}
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
    return _is_name(text) or _CONTACT.search(text) is not None or _DAY.search(text) is not None


def _is_day(text: str) -> bool:
    """Whether the line is the day of a letter, which tells when it was written."""
    return len(text.split()) <= _MOST_WORDS_OF_A_DAY and _DAY.search(text) is not None


def _is_name(text: str) -> bool:
    return re.fullmatch(FULL_NAME, text) is not None and is_personal(text)
