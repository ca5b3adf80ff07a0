"""A summary reworded by a language model, where the coordinator named one and the document may be shown to it.

The model can only lose: each of its sentences names the document's sentences that it stands on and is compared with
them (`flows.newsroom.faithfulness`); what says something else is dropped, and where nothing is left, or no answer
came, the extracts stay, and the report says why. Model text and extracts are never mixed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from flows.newsroom.faithfulness import check
from flows.newsroom.model import Article, Rewording, Setback, Summary
from flows.newsroom.rewriting.answers import Reply
from flows.newsroom.rewriting.endpoint import Silence
from flows.newsroom.rewriting.material import sentences_shown, why_withheld

_WITHHELD = "It was not shown to the language model: {reason}."
_SILENT = "The language model was asked and gave nothing to print: {reason}."
_REFUTED = "Nothing that the language model wrote was printed: it says what the document does not say ({faults})."


class Correspondent(Protocol):
    """Whoever can be shown numbered lines and asked for a few sentences about them."""

    @property
    def name(self) -> str:
        """What the coordinator called the model."""
        ...

    def ask(self, lines: Sequence[str]) -> tuple[Reply, ...] | Silence:
        """Sentences about `lines`, each with the numbers of those that it stands on, from 1."""
        ...


def rewrite(article: Article, summary: Summary, correspondent: Correspondent) -> Summary:
    """The summary of `article` as `correspondent` rewords it, or as it was, with the setback that hindered it."""
    if (reason := why_withheld(article)) is not None:
        return replace(summary, setback=Setback(reason=_WITHHELD.format(reason=reason)))
    shown = sentences_shown(article)
    replies = correspondent.ask([article.sentences[place].text for place in shown])
    if isinstance(replies, Silence):
        reason = _SILENT.format(reason=replies.reason)
        return replace(summary, setback=Setback(reason=reason, is_passing=replies.is_passing))
    verdicts = [(reply, check(reply.text, _evidence(article, shown, reply))) for reply in replies]
    kept = tuple(
        Rewording(
            text=reply.text,
            sentences=tuple(sorted({shown[line - 1] for line in reply.lines})),
            doubts=tuple(str(fault) for fault in verdict.faults),
        )
        for reply, verdict in verdicts
        if not verdict.is_false
    )
    if not kept:
        faults = "; ".join(dict.fromkeys(str(fault) for _, verdict in verdicts for fault in verdict.faults))
        return replace(summary, setback=Setback(reason=_REFUTED.format(faults=faults)))
    return replace(summary, rewordings=kept, reworded_by=correspondent.name)


def _evidence(article: Article, shown: Sequence[int], reply: Reply) -> list[str]:
    """The sentences that a reply cites, and of the one before each, which may hold the name, what was shown."""
    cited = {shown[line - 1] for line in reply.lines}
    places = sorted(cited | {place - 1 for place in cited if place - 1 in shown})
    return [article.sentences[place].text for place in places]
