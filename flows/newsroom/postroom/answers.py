"""What a mail server's answer means: for one member's copy, or for everybody.

Sources: RFC 5321 (codes), RFC 4954 (logging in). What an enhanced code is about is read in `statuses`.
"""

from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.errors import DeliveryError, ServerAwayError, StoppedError
from flows.newsroom.model.postroom import DeliveryState, Reason
from flows.newsroom.postroom.statuses import Blame, blame


class Step(StrEnum):
    """What an answer was given to."""

    GREETING = "greeting"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. `code` is None when it hung up or kept silent, and no code of SMTP when it spoke nonsense.

    `is_about_us`: it speaks of the sender, the mail or a policy against them.
    """

    step: Step
    code: int | None = None
    enhanced: str | None = None
    is_about_us: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one member's copy. `is_ours`: the refusal is about us, so it never counts against the member."""

    state: DeliveryState
    code: int | None = None
    enhanced: str | None = None
    reason: Reason | None = None
    is_ours: bool = False


DOUBT = Outcome(state=DeliveryState.IN_DOUBT, reason=Reason.NO_CLEAR_ANSWER)

_TEMPORARY, _PERMANENT = range(400, 500), range(500, 600)
_LOG_IN_FIRST = frozenset({530, 535, 538})
_PROTOCOL = range(500, 505)  # RFC 5321 4.2.3: about a command, not about a mailbox
_STORAGE = 552
_NOT_THE_MAILBOX = frozenset({Blame.SENDER, Blame.ROUTE})
_TOO_BIG = ".3.4"


def judge(answer: Answer) -> Outcome:
    """What an answer other than yes, given before the mail was complete or as a clear no after it, leads to.

    Raises:
        StoppedError: The fault is ours or the server's; no other member may be tried.
        ServerAwayError: The server asks everybody to wait.
    """
    if objection := _objection(answer):
        raise objection
    if answer.code in _TEMPORARY:
        full = blame(answer.enhanced) is Blame.FULL
        return _outcome(DeliveryState.DEFERRED, answer, Reason.MAILBOX_FULL if full else Reason.ASKED_TO_WAIT)
    if answer.code not in _PERMANENT:
        return _outcome(DeliveryState.DEFERRED, answer, Reason.UNREADABLE if answer.code else Reason.HUNG_UP)
    if _is_full(answer):
        return _outcome(DeliveryState.DEFERRED, answer, Reason.MAILBOX_FULL)
    if _is_about_us(answer):
        return _outcome(DeliveryState.DEFERRED, answer, Reason.REFUSED_US)
    return _outcome(DeliveryState.FAILED, answer, Reason.NO_SUCH_MAILBOX)


def _outcome(state: DeliveryState, answer: Answer, reason: Reason) -> Outcome:
    code, enhanced = answer.code, answer.enhanced
    return Outcome(state=state, code=code, enhanced=enhanced, reason=reason, is_ours=reason is Reason.REFUSED_US)


def _objection(answer: Answer) -> DeliveryError | None:
    if answer.code in _LOG_IN_FIRST or (answer.step is Step.LOGIN and answer.code in _PERMANENT):
        return StoppedError(
            f"The mail account refused the user name or the password ({_cited(answer)}). Correct them and send again. "
            "Many office accounts want a password made for apps, or token_command."
        )
    if answer.step in {Step.SENDER, Step.CONTENT} and _is_too_big(answer):
        return StoppedError(
            f"The mail server says that the mail is too big ({_cited(answer)}). "
            "Send a link to the PDF instead of the PDF itself."
        )
    return _refusal_of_us(answer) if answer.step in {Step.GREETING, Step.LOGIN, Step.SENDER} else None


def _refusal_of_us(answer: Answer) -> DeliveryError:
    if answer.code in _PERMANENT:
        return StoppedError(
            f"The mail server does not accept mail from us ({_cited(answer)}). It is about our set-up, not about the "
            "members. Show this line to whoever looks after the mail account."
        )
    return ServerAwayError(
        f"The mail server is not taking mail from us just now ({_cited(answer)}). Nothing is lost; send again later."
    )


def _is_about_us(answer: Answer) -> bool:
    if answer.step is Step.CONTENT or answer.code in _PROTOCOL or answer.is_about_us:
        return True
    return blame(answer.enhanced) in _NOT_THE_MAILBOX


def _is_full(answer: Answer) -> bool:
    return answer.step is Step.RECIPIENT and (
        blame(answer.enhanced) is Blame.FULL or (answer.code == _STORAGE and not answer.enhanced)
    )


def _is_too_big(answer: Answer) -> bool:
    unexplained = answer.code == _STORAGE and not answer.enhanced
    return answer.code in _PERMANENT and ((answer.enhanced or "").endswith(_TOO_BIG) or unexplained)


def _cited(answer: Answer) -> str:
    if answer.code is None:
        return "it hung up or kept silent"
    return f"{answer.code} {answer.enhanced}" if answer.enhanced else str(answer.code)
