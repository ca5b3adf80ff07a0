"""Passages about people who could be known: printed only if a person puts them there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.language.names import FIRST_NAMES, HONORIFIC, NAME, NO_NAMES, is_personal
from flows.newsroom.language.words import word_set
from flows.newsroom.lights.private_matters import private_matters
from flows.newsroom.model import Article, Colour, HeadlineOrigin, Light, LightKind

_CARED_FOR = word_set("user carer patient client survivor users carers patients clients survivors")
_DOES = word_set(
    "attends attended says said told thinks thought runs ran works worked felt feels explained lives lived moved came "
    "joined wants wanted cares suffers suffered"
)


def _one_of(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(words))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A kind of passage, and one of the words that it cannot do without: most sentences have none of them."""

    kind: str
    pattern: re.Pattern[str]
    words: frozenset[str] = frozenset()
    figures: bool = False


_RULES = (
    _Rule(
        kind="A service user's or carer's own account",
        pattern=re.compile(
            r"\b(?:from|described|shared|told)\b[^.]{0,60}\b(?:service user|carer|patient|client|survivor)"
            r"(?:s?[’']s?)?\s+(?:points? of view|perspectives?|story|stories|experiences?)"
            r"|\b(?:his|her|their|my) (?:story|experience) (?:of|as) (?:a )?"
            r"(?:service user|carer|patient|client|survivor)"
            r"|\b(?:a|one|another) (?:\w+ )?(?:service user|carer|patient|client|survivor|resident|tenant|lady|man"
            r"|woman|gentleman|mother|father|mum|dad)\b[^.]{0,60}\b(?:told|tells) (?:me|us)\b",
            re.IGNORECASE,
        ),
        words=_CARED_FOR | {"told", "tells"},
    ),
    _Rule(
        kind="A date of birth",
        pattern=re.compile(r"\b(?:d\.?o\.?b\b|born (?:on|in)|date of birth)\b", re.IGNORECASE),
        words=word_set("dob born birth d"),
    ),
    _Rule(
        kind="A telephone number",
        pattern=re.compile(r"(?<![\d.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,4}\)?(?:[\s-]?\d){6,8}(?!\d)"),
        figures=True,
    ),
    _Rule(
        kind="An address",
        pattern=re.compile(
            r"\b\d{1,4}[A-Za-z]?,? (?:[A-Z]\w+ ){1,3}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Gardens|Terrace"
            r"|Crescent|Court|Place|Square|Grove|Hill)\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
        ),
        figures=True,
    ),
    _Rule(
        kind="A child",
        pattern=re.compile(
            r"\baged? (?:[1-9]|1[0-7])\b(?!\s*(?:-|–|to|and|or)\s*(?:\d|over|under|above|below|older|younger|up))"
            r"|(?<![-–\d])\b(?:[1-9]|1[0-7])[- ]years?[- ]old\b(?!s)",
            re.IGNORECASE,
        ),
        figures=True,
    ),
)
_E_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]+\.[\w.-]+\b")
_FIRST_NAME = re.compile(
    rf"(?:(?<![\w’'-])(?P<before>[A-Za-z’'-]++),? )?(?<![\w-])(?P<name>[A-Z][a-z]{{1,11}})(?= {_one_of(_DOES)}\b)"
    r"|\b(?:called|named) (?P<called>[A-Z][a-z]{1,11})\b(?! [A-Z])"
)
_MAY_NAME = _DOES | {"called", "named"}
_TITLE = re.compile(HONORIFIC)
_RUN = re.compile(rf"(?<![\w’'&-]){NAME}(?: (?:[A-Z]\.? )?(?:{NAME}|[A-Z]\b\.?|[A-Z]{{2,}}))*+")
_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]*+")
_NOT_ALONE = re.compile(rf"(?:{HONORIFIC}|\b[A-Z][a-z]*+\.?|\be\.?g\.?,?|&|“|‘) ?\Z")
_NHS_NUMBER = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
_NHS = re.compile(r"\bNHS (?:no|num)", re.IGNORECASE)
_LETTERS, _FIGURE = re.compile(r"[a-z]+"), re.compile(r"\d")
_PRONOUNS = word_set(
    "everyone everybody someone somebody anyone nobody one staff people others many most some few both another mum dad "
    "nothing everything all none such there here then now also yet still just even only nor because although though "
    "parliament you we they he she it who whoever those each either neither speakers"
)
_DETERMINERS = word_set("the a an this that these those our their its his her my your every each")
_CHECK_MODULUS = 11


def privacy_lights(article: Article) -> Iterator[Light]:
    """One for each sentence, and for the title, and each kind of passage that needs a person's consent."""
    surnames = frozenset(name.split()[-1] for name in article.people)
    full_names = frozenset(word for name in article.people for word in name.split())
    texts: list[tuple[int | None, str]] = [(index, sentence.text) for index, sentence in enumerate(article.sentences)]
    if article.headline.text and article.headline.origin is HeadlineOrigin.TITLE:
        texts.insert(0, (None, article.headline.text))
    for index, text in texts:
        for kind in dict.fromkeys((*_kinds(text, surnames, full_names), *private_matters(text, full_names))):
            reason = f"{kind}. Print it only if the person agrees, or leave it out."
            yield Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason=reason, sentence=index)


def _kinds(text: str, surnames: frozenset[str], full_names: frozenset[str]) -> Iterator[str]:
    words = frozenset(_LETTERS.findall(text.lower()))
    has_figures = _FIGURE.search(text) is not None
    for rule in _RULES:
        is_possible = has_figures if rule.figures else not rule.words.isdisjoint(words)
        if is_possible and rule.pattern.search(text):
            yield rule.kind
    if "@" in text and _E_MAIL.search(text):
        yield "An e-mail address"
    is_deed = not _MAY_NAME.isdisjoint(words) and any(
        _is_first_name(match, surnames) for match in _FIRST_NAME.finditer(text)
    )
    may_stand_alone = not FIRST_NAMES.isdisjoint(_CAPITALISED.findall(text))
    if is_deed or (may_stand_alone and any(_stands_alone(match, full_names) for match in _RUN.finditer(text))):
        yield "A person known by the first name only"
    if has_figures and any(_is_nhs_number(match, text) for match in _NHS_NUMBER.finditer(text)):
        yield "An NHS number"


def _is_first_name(match: re.Match[str], surnames: frozenset[str]) -> bool:
    name, before = match["name"] or match["called"], match["before"] or ""
    is_titled = _TITLE.fullmatch(before) is not None
    is_part_of_a_name = is_titled or (before[:1].isupper() and before.lower() not in NO_NAMES)
    is_plural = name.endswith("s") and (not before or before.lower() in NO_NAMES)
    return (
        not is_part_of_a_name
        and not is_plural
        and before.lower() not in _DETERMINERS
        and name.lower() not in _PRONOUNS
        and name not in surnames
        and is_personal(name)
    )


def _stands_alone(run: re.Match[str], full_names: frozenset[str]) -> bool:
    """Whether a capitalised word is a common first name without a surname, and nobody is named so in full."""
    name = run.group()
    if name not in FIRST_NAMES or name in full_names:
        return False
    return _NOT_ALONE.search(run.string, max(0, run.start() - 20), run.start()) is None


def _is_nhs_number(match: re.Match[str], text: str) -> bool:
    """Whether ten figures are called so or carry the check digit of the NHS Data Dictionary (modulus 11)."""
    figures = [int(figure) for group in match.groups() for figure in group]
    remainder = sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False)) % _CHECK_MODULUS
    return _NHS.search(text) is not None or (_CHECK_MODULUS - remainder) % _CHECK_MODULUS == figures[-1]
