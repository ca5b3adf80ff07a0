"""Passages about people who could be known: printed only if a person puts them there.

A sentence is lit for a detail by which somebody can be found, for a first name alone, for an account of somebody's
own life, for a private matter of one person, and for going on about the person of whom the paragraph told such a thing.
When in doubt it is lit: a good sentence less in a summary is put right in a minute, a private matter in print never.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, NAME, is_personal
from flows.newsroom.lights.accounts import words_of_nobody, words_of_the_unnamed
from flows.newsroom.lights.likelihood import SURE, UNLIKELY, Weights, scores
from flows.newsroom.lights.passages import (
    ACCOUNT,
    CONDUCT,
    GOES_ON,
    LIKELY,
    NO_WORD,
    OWN_WORDS,
    UNNAMED,
    Passage,
    Whom,
)
from flows.newsroom.lights.somebody import STAFF
from flows.newsroom.model import Article, Colour, Light, LightKind

_AGREE = "Print it only if the person agrees, or leave it out."
_DECIDE = "The whole document waits until you have decided."
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
_GOES_ON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers)\b")


def privacy_lights(article: Article) -> Iterator[Light]:
    """One for each sentence, and for the title, and each kind of passage that needs a person's consent."""
    whom = Whom(article)
    if title := article.own_title:
        yield from _lights(whom.passage(title), None)
    for index, passage in enumerate(weighed(article, _kinds(article, whom))):
        yield from _lights(passage, index)


def private_kinds(article: Article) -> list[Passage]:
    """What the rules find in each sentence of an article."""
    return _kinds(article, Whom(article))


def _kinds(article: Article, whom: Whom) -> list[Passage]:
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
    return [
        passage if sentence.language else _weighed(passage, score)  # the signs are of English
        for sentence, passage, score in zip(article.sentences, passages, scores(article, weights), strict=True)
    ]


def _weighed(passage: Passage, score: float) -> Passage:
    if not passage.kinds:
        return Passage(kinds=(LIKELY,)) if score > SURE else passage
    is_doubtful = len(passage.kinds) == 1 and passage.kinds[0] in _OFTEN_WRONG and not passage.grave
    return Passage() if is_doubtful and score < UNLIKELY else passage


def _is_of_somebody_unnamed(article: Article, index: int) -> bool:
    """Whether a sentence says "he" or "she" of somebody whom neither its paragraph nor those before name in full."""
    sentence = article.sentences[index]
    found = _HE_OR_SHE.search(sentence.text)
    if found is None or article.is_foreign or _ANYBODY.search(sentence.text, 0, found.start()):
        return False
    near = article.blocks[max(0, sentence.block - _BACK) : sentence.block + 1]
    around = "\n".join((article.own_title or "", article.byline or "", *(block.text for block in near)))
    is_named = any(is_personal(name.group()) for name in _FULL_NAME.finditer(NO_WORD.sub(" ", around)))
    return not is_named and _TITLED.search(around) is None


def _lights(passage: Passage, index: int | None) -> Iterator[Light]:
    for kind in passage.kinds:
        is_grave = kind in passage.grave
        reason = f"{kind}. {_DECIDE if is_grave else _AGREE}"
        colour = Colour.RED if is_grave else Colour.AMBER
        yield Light(colour=colour, kind=LightKind.PRIVACY, reason=reason, sentence=index)


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
