"""The foot of a document: what its last lines say about the document itself, about its maker or to whoever copies it.

"You may copy this digest. The Link is printed by Anytown Press." A line of the foot may begin with a fact or with the
end of the text: only the sentences at its end that belong to the foot leave it.
"""

import re
from itertools import takewhile

from flows.newsroom.cleaning.lexicon import Lexicon
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.names import FIRST_NAMES, is_personal
from flows.newsroom.language.sentences import split
from flows.newsroom.model import BlockKind

_LINES = 4  # at the end, in which a foot is looked for
_LONGEST_LINE = 600  # characters: a longer one is prose
_LONGEST = 40  # words of a sentence of the foot
_LONGEST_CALL = 12  # words
_SHORTEST_NAME = 2  # words of the name of a body or a paper, its article included
_PAPER = (
    r"(?:document|paper|digest|newsletter|bulletin|leaflet|magazine|web ?site|site|page|notice|file|link|poster|survey"
    r"|form|briefing|publication|post|e-?mail|message|channel|group|blog|podcast|list|mailing|flyer|circular)"
)
_OF_FOOT = re.compile(
    rf"(?:(?:this|our) {_PAPER}|the (?:digest|newsletter|bulletin|leaflet|magazine))\b.{{0,40}}"
    r"\b(?:is|was|may|can|contains|has been|comes|goes|appears)\b"
    r"|(?:passed|sent|shared|circulated|posted|delivered|printed|typed|typeset|published|produced|designed|funded|supported"
    r"|sponsored|edited|compiled|reviewed|distributed|hosted|powered|approved|registered|also available|available)"
    r" (?:(?:round|out|up|and \w+|only) )*(?:by|via|on|in|at|with|to|from)\b"
    r"|(?:your|all|any) (?:answers?|data|details|information|responses?|personal (?:data|information|details))\b.{0,60}"
    r"\b(?:held|kept|stored|privacy|confiden\w+|passed|deleted|destroyed|treated|protected)\b"
    r"|(?:the )?(?:views|opinions)\b.{0,40}\b(?:own|those of|not necessarily|of the (?:author|writer)s?)\b"
    r"|(?:copy|items|contributions|articles|adverts|letters|news|notices|stories) (?:for|to|by|should|must|welcome)\b"
    r".{0,60}\b(?:issue|number|edition|newsletter|bulletin|editor|vestry|by)\b"
    r"|(?:comments|corrections|feedback|complaints) (?:to|are welcome|welcome)\b"
    r"|(?:photo(?:graph)?s|pictures|images|interviews) (?:are )?(?:available|on request)\b"
    r"|(?:our )?ref(?:erence)?\b\W*[\w/-]*\d[\w/-]*\W*$"
    r"|we are committed to (?:safeguarding|equality|equal|diversity|inclusion)\b"
    r"|suggest an? \w+\b|(?:got|have you|have) an? (?:story|idea|tip|view)\b"
    r"|you (?:may|can|are (?:free|welcome) to) (?:copy|re-?use|share|reproduce|re-?print|quote|unsubscribe|stop)\b"
    r"|you(?:.re| are| have been)? (?:get|getting|got|receive|receiving|received|sent)\b.{0,40}\b(?:because|as|since)\b"
    r"|to (?:come off|leave|join|get|receive|stop|unsubscribe|subscribe)\b.{0,60}\b(?:list|mailing|e-?mails?|newsletter"
    r"|bulletin|updates|tell|reply|write)\b"
    r"|if you (?:print|copy|quote|reprint|use) (?:this|it|any)\b"
    r"|(?:please )?do(?: not|n.t) (?:reply to|throw|drop|print this|forward this)\b"
    r"|(?:we|the \w+) (?:reserves? the right to (?:close|amend|withdraw|extend|monitor|refuse)|accepts? no"
    r"|cannot accept|takes? no responsibility|do(?:es)? not accept)\b"
    r"|next review due (?-i:[A-Z]\w+) \d{4}|reviewed by\b|next (?:issue|number|edition)\b"
    r"|(?:no|not) part of this \w+ may\b|reproduction\b"
    r"|(?:all )?(?:media|press)(?: \w+)? ?:|.{0,40}\b(?:media|press) (?:calls|enquiries|queries|interviews)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:please )?(?:share|pass (?:this|it|me) on|forward this|spread the word"
    r"|(?:like|follow|find|visit|support|join) (?:us|our|@\w+)"
    r"|tell (?:your|a|all your) (?:friends?|colleagues?)|recycle|subscribe|donate|print this)\b(?!.*\d)",
    re.IGNORECASE,
)
_SAYS_OF_ITSELF = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w’'&-]*(?: (?:of|for|and|the|in|with|[A-Z][\w’'&-]*)){0,7}) (?:(?:is|are|was)"
    r" (?:a|an|the|one|part|run|funded|printed|published|registered|supported|made|produced|edited|based"
    r"|independent|free|not|owned|sponsored|written|governed|licensed|regulated)"
    r"|takes no|receives|belongs|exists|accepts|cannot|does not|comes out|appears)\b"
)


def trim_foot(proof: Proof, lexicon: Lexicon) -> Proof:
    """The proof without the sentences of its foot; a line that consists of them leaves whole.

    What stood above them may be the foot now, so this goes on until nothing changes: cleaning twice is cleaning once.
    """
    while (trimmed := _trimmed(proof, lexicon)).texts != proof.texts:
        proof = trimmed
    return proof


def _trimmed(proof: Proof, lexicon: Lexicon) -> Proof:
    around = "\n".join(change.text for change in proof.changes if change.rule not in {"title", "foot"}).casefold()
    marks: list[Mark] = []
    texts: dict[str, str] = {}
    for position in reversed(range(max(1, len(proof.lines) - _LINES), len(proof.lines))):
        line = proof.lines[position]
        is_long = len(line.text) > _LONGEST_LINE
        if is_long or line.block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or line.is_kept:
            continue
        kept = _kept(line, around, lexicon)
        if not kept:
            marks.append(Mark(position, "foot"))
        elif kept != line.text:
            texts[line.text] = kept
    return proof.mended(lambda text: texts.get(text, text), "foot").without(marks)


def _kept(line: Line, around: str, lexicon: Lexicon) -> str:
    sentences = [line.text[start:end] for start, end in split(line.text)]
    foot = list(takewhile(lambda sentence: _is_foot(sentence, around, lexicon), reversed(sentences)))
    if not foot:
        return line.text
    start = line.text.rfind(foot[-1])
    return line.text[:start].rstrip()


def _is_foot(sentence: str, around: str, lexicon: Lexicon) -> bool:
    words = len(sentence.split())
    if words > _LONGEST:
        return False
    if _OF_FOOT.match(sentence) or (words <= _LONGEST_CALL and _CALL.match(sentence)):
        return True
    if (told := _SAYS_OF_ITSELF.match(sentence)) and _is_named_around(told["name"], around):
        return True
    rule = lexicon.rule_for(sentence)
    return rule is not None and rule.sentences and not rule.beside_others


def _is_named_around(name: str, around: str) -> bool:
    """Whether what has left names this body or paper: a foot says of whoever publishes what they are and who pays."""
    if name.split(maxsplit=1)[0] in FIRST_NAMES and is_personal(name):
        return False  # a person of whom a line tells
    bare = name.casefold()
    return len(bare.split()) >= _SHORTEST_NAME and bare in around
