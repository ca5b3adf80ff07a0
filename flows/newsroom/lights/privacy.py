"""Passages about people who could be known: printed only if a person puts them there.

A sentence is lit for a detail by which somebody can be found, for a first name alone, for an account of somebody's
own life, for a private matter of one person, and for going on about the person of whom the paragraph told such a thing.
When in doubt it is lit: a good sentence less in a summary is put right in a minute, a private matter in print never.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, NAME, is_personal
from flows.newsroom.language.words import WORD
from flows.newsroom.lights.accounts import is_case, is_family, is_own_account, words_of_nobody, words_of_the_unnamed
from flows.newsroom.lights.ages import AGE, CHILD
from flows.newsroom.lights.first_names import calls_by_first_name, first_names
from flows.newsroom.lights.identity import Detail
from flows.newsroom.lights.likelihood import SURE, UNLIKELY, Weights, scores
from flows.newsroom.lights.matters import Matter, matters_in
from flows.newsroom.lights.personal_details import personal_details
from flows.newsroom.lights.reproaches import is_reproach
from flows.newsroom.lights.somebody import (
    STAFF,
    is_about_one,
    is_failing,
    is_known_by_surname,
    is_named,
    is_the_writer,
    without_groups,
)
from flows.newsroom.model import OTHER_LANGUAGE, Article, Colour, Light, LightKind

FIRST_NAME = "A person known by the first name only"
SURNAME = "A person known by the surname or an initial only"
ACCOUNT = "A service user's or carer's own account"
OWN_WORDS = "What somebody whom the text does not name says about himself or herself"
CONDUCT = "The feelings or the conduct of one person who could be known"
CASE = "The story of somebody with whom the writer worked"
FAMILY = "The family of a person"
UNNAMED = "A person whom the text around does not name"
LIKELY = "It reads like a private matter of one person"
GOES_ON = "The passage goes on about the person in the sentences before"

_AGREE = "Print it only if the person agrees, or leave it out."
_DECIDE = "The whole document waits until you have decided."
_OF_ONE = frozenset({CHILD.kind, AGE.kind, FIRST_NAME, SURNAME, ACCOUNT, CASE, FAMILY})
# Of what these rules alone light, as much is harmless as private.
_OFTEN_WRONG = frozenset(
    {
        OWN_WORDS,
        CONDUCT,
        UNNAMED,
        "A death or a bereavement",
    }
)
_FULL_NAME = re.compile(FULL_NAME)
_NO_WORD = re.compile(r"[\w’'.-]{60,}+")  # looked through for names it takes long, and it holds none
# Somebody told of before, in a paragraph of its own: "The boy is at school, by the way."
_THAT_ONE = re.compile(
    r"\b(?:[Tt]he (?:boy|girl|baby|toddler|twins|lad|lass|teenager|man|woman|lady|gentleman|mother|father|grandmother"
    r"|grandfather|grandson|granddaughter|couple|widow|widower|sisters?|brothers?|youngest|eldest|elder|younger)"
    r"|Mum|Mam|Dad|Nan|Gran|Grandad|Grandma)\b(?! of the)"
)
# "He" or "she" of somebody; not of anybody, and not of a post that was named just before: "the chair said that she".
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers)\b")
_ANYBODY = re.compile(
    r"\b(?:[Ss]omeone|[Ss]omebody|[Aa]nyone|[Aa]nybody|[Ww]hoever|[Ee]veryone|[Ee]verybody|[Nn]obody|[Ee]ach|[Ee]very"
    r"|[Aa]ny"
    rf"|the (?:child|parent|person)|(?:[Tt]he|[Aa]n?|[Oo]ur) (?:[\w-]+ ){{0,2}}(?:{STAFF}))\b"
)
_TITLED = re.compile(rf"\b{HONORIFIC} {NAME}")
_BACK = 3  # paragraphs in which whoever is meant may stand with the whole name
# Who was there is no private matter, however each is called.
_ATTENDANCE = re.compile(
    r"\W*(?:Members )?(?:Present|Attend(?:ing|ance|ees|ed)|In attendance|Apologies|Here|Not here)\b[^.:|]{0,20}\s*[:|]"
)
_GOES_ON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """What is private in a sentence."""

    kinds: tuple[str, ...] = ()
    grave: frozenset[str] = frozenset()  # those of them for which the story waits until a person decides
    is_about_a_person: bool = False  # so that what follows may be too


def privacy_lights(article: Article) -> Iterator[Light]:
    """One for each sentence, and for the title, and each kind of passage that needs a person's consent."""
    whom = _Whom(article)
    if title := article.own_title:
        yield from _lights(whom.passage(title), None)
    for index, passage in enumerate(weighed(article, _kinds(article, whom))):
        yield from _lights(passage, index)


def private_kinds(article: Article) -> list[Passage]:
    """What the rules find in each sentence of an article."""
    return _kinds(article, _Whom(article))


def _kinds(article: Article, whom: "_Whom") -> list[Passage]:
    passages = [whom.passage(text) for text in whom.sentences]
    for index in (*words_of_nobody(article), *words_of_the_unnamed(article)):
        known = passages[index].kinds
        told = known if ACCOUNT in known else (*known, OWN_WORDS)
        passages[index] = replace(passages[index], kinds=tuple(dict.fromkeys(told)))
    # An obituary goes on about its person, and has said in the title who that is.
    is_of_a_life = any(name.group().split()[0] in FIRST_NAMES for name in _FULL_NAME.finditer(article.own_title or ""))
    gone_on = passages if is_of_a_life else list(_with_what_follows(article, passages))
    return [
        passage if passage.kinds or not _is_of_somebody_unnamed(article, index) else Passage(kinds=(UNNAMED,))
        for index, passage in enumerate(gone_on)
    ]


def weighed(article: Article, passages: Sequence[Passage], weights: Weights | None = None) -> list[Passage]:
    """The passages with what all signs together say: of the rules that are often wrong, and of what no rule names."""
    if article.is_foreign:
        return list(passages)
    return [_weighed(passage, score) for passage, score in zip(passages, scores(article, weights), strict=True)]


def _weighed(passage: Passage, score: float) -> Passage:
    if not passage.kinds:
        return Passage(kinds=(LIKELY,)) if score > SURE else passage
    is_doubtful = len(passage.kinds) == 1 and passage.kinds[0] in _OFTEN_WRONG and not passage.grave
    return Passage() if is_doubtful and score < UNLIKELY else passage


class _Whom:
    """Whom an article names, and how."""

    def __init__(self, article: Article) -> None:
        self.sentences = [_NO_WORD.sub(" ", sentence.text) for sentence in article.sentences]
        title = article.own_title or ""
        text = "\n".join((title, *self.sentences))
        self._full_names = frozenset(
            word for name in article.people for word in _known_words(name, text) if not _is_honorific(word)
        )
        # Whom a text calls by a first name in one language it calls so in the other.
        in_two = [change.text for change in article.changes if change.rule == OTHER_LANGUAGE]
        self._names = first_names([title, *self.sentences, *in_two], self._full_names)
        # Who stands in the title with the whole name, as in an obituary, is whom the text is for.
        self._private = self._names | (self._full_names - frozenset(WORD.findall(title)))

    def passage(self, text: str) -> Passage:
        """What is private in a text."""
        return _passage(text, self._names, self._full_names, self._private)


def _is_of_somebody_unnamed(article: Article, index: int) -> bool:
    """Whether a sentence says "he" or "she" of somebody whom neither its paragraph nor those before name in full."""
    sentence = article.sentences[index]
    found = _HE_OR_SHE.search(sentence.text)
    if found is None or article.is_foreign or _ANYBODY.search(sentence.text, 0, found.start()):
        return False
    near = article.blocks[max(0, sentence.block - _BACK) : sentence.block + 1]
    around = "\n".join((article.own_title or "", article.byline or "", *(block.text for block in near)))
    is_named = any(is_personal(name.group()) for name in _FULL_NAME.finditer(_NO_WORD.sub(" ", around)))
    return not is_named and _TITLED.search(around) is None


def _known_words(name: str, text: str) -> list[str]:
    """The words of a name that a reader of `text` can complete: of one who only signs it no more than the surname."""
    words = name.split()
    return words if name in text else words[-1:]


def _lights(passage: Passage, index: int | None) -> Iterator[Light]:
    for kind in passage.kinds:
        is_grave = kind in passage.grave
        reason = f"{kind}. {_DECIDE if is_grave else _AGREE}"
        colour = Colour.RED if is_grave else Colour.AMBER
        yield Light(colour=colour, kind=LightKind.PRIVACY, reason=reason, sentence=index)


def _passage(text: str, names: frozenset[str], full_names: frozenset[str], private: frozenset[str]) -> Passage:
    details = tuple(personal_details(text))
    told = tuple(_told(text, names, full_names))
    said = without_groups(text) if matters_in(text) else ""
    is_of_a_name = bool(said) and (FIRST_NAME in told or is_named(said, names | full_names | FIRST_NAMES))
    matters = _matters_of_one(said, is_known=is_of_a_name) if said else ()
    kinds = (*(detail.kind for detail in details), *told, *(matter.kind for matter in matters))
    return Passage(
        kinds=tuple(dict.fromkeys(kinds)),
        grave=frozenset(_grave(details, matters if is_of_a_name and is_named(said, private) else ())),
        is_about_a_person=bool(matters) or _is_told_of_one(text, kinds),
    )


def _grave(details: Sequence[Detail], matters: Sequence[Matter]) -> Iterator[str]:
    yield from (detail.kind for detail in details if detail.grave)
    yield from (matter.kind for matter in matters if matter.grave)


def _told(text: str, names: frozenset[str], full_names: frozenset[str]) -> Iterator[str]:
    """Who is in a sentence, and how."""
    if calls_by_first_name(text, names) and not _ATTENDANCE.match(text):
        yield FIRST_NAME
    if is_known_by_surname(text, full_names):
        yield SURNAME
    if is_own_account(text):
        yield ACCOUNT
    if is_case(text):
        yield CASE
    if is_failing(text) or is_reproach(text):
        yield CONDUCT
    if is_family(text):
        yield FAMILY


def _matters_of_one(said: str, *, is_known: bool) -> tuple[Matter, ...]:
    is_of_one, is_own = is_known or is_about_one(said), is_the_writer(said)
    return tuple(one for one in matters_in(said) if one.by_itself or is_of_one or (one.own and is_own))


def _is_told_of_one(text: str, kinds: Sequence[str]) -> bool:
    """Whether what follows may go on about the same person; who speaks under a whole name speaks in public."""
    is_in_public = any(is_personal(name.group()) for name in _FULL_NAME.finditer(text))
    return any(kind in _OF_ONE and not (kind == ACCOUNT and is_in_public) for kind in kinds)


def _with_what_follows(article: Article, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, those included that go on with "he" or "she" about somebody of whom their paragraph told before."""
    told: int | None = None  # the paragraph
    has_told = False
    for sentence, passage in zip(article.sentences, passages, strict=True):
        if passage.kinds:
            told = sentence.block if passage.is_about_a_person else told
            has_told = has_told or passage.is_about_a_person
            yield passage
        elif (told == sentence.block and _GOES_ON.search(sentence.text)) or (
            has_told and _THAT_ONE.search(sentence.text)
        ):
            yield Passage(kinds=(GOES_ON,))
        else:
            yield passage


def _is_honorific(word: str) -> bool:
    return re.fullmatch(HONORIFIC, word) is not None
