"""When a copy is tried again, when it is given up, and when a run ends because the fault must be ours. Pure."""

from dataclasses import dataclass, replace

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.model.postroom import DeliveryState, Reason
from flows.newsroom.postroom.answers import Outcome
from flows.newsroom.postroom.claims import LONGEST_WAIT_SECONDS, Claim

_FEW = 3  # so many refusals and nobody reached: on a short list that is as telling as the breaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a run behaves; times in seconds."""

    retry_after: tuple[float, ...] = (120.0, 600.0, 1800.0, 3600.0, LONGEST_WAIT_SECONDS)
    """After the first try, the second, and so on; the last one repeats."""
    give_up_after: float = 86_400.0
    """Since the first try: a dated issue is stale by then. Never before every wait of `retry_after` was kept once."""
    most_refusals_of_us: int = 3
    """Tries of one copy that are refused for a fault of ours, before it is given up."""
    breaker: int = 8
    """Different members in a row who were refused: the run stops."""
    tries_at_once: bool = True
    """Whether a run tries one mail of a server that refused everybody a while ago; else it waits for its time."""
    pause: int = 20
    """Different members in a row who were put off: the run ends for now."""
    most_doubts: int = 5
    """Different members in a row whose copy ended in doubt: the run stops."""
    reopen_every: int = 100
    """Mails on one connection."""
    connections: int = 1
    per_minute: float = 30.0
    """Mails in a minute, over all connections and all runs."""
    patience: float = 180.0
    """How long a run waits for copies that are to be tried again; later ones are for another run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What the ledger is to say of a copy, and when it is tried again."""

    outcome: Outcome
    next_at: float = 0.0


def settle(outcome: Outcome, claim: Claim, rules: Rules, now: float) -> Settlement:
    """What becomes of a copy after one try."""
    if outcome.state is not DeliveryState.DEFERRED:
        return Settlement(outcome=outcome)
    wait = rules.retry_after[min(claim.attempts, len(rules.retry_after)) - 1]
    if not _is_over(outcome, claim, rules, now + wait):
        return Settlement(outcome=outcome, next_at=now + wait)
    in_doubt = outcome.reason is Reason.NO_CLEAR_ANSWER
    return Settlement(outcome=replace(outcome, state=DeliveryState.IN_DOUBT if in_doubt else DeliveryState.FAILED))


def _is_over(outcome: Outcome, claim: Claim, rules: Rules, next_at: float) -> bool:
    if outcome.is_ours:
        return claim.attempts >= rules.most_refusals_of_us
    # tries count as well as hours: a clock that jumps ahead, or a day switched off, must not end it after one try
    return claim.attempts >= len(rules.retry_after) and next_at - claim.first_at > rules.give_up_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Members in a row who were not served. Members, not answers: a few who are tried again trip nothing."""

    refused: frozenset[str] = frozenset()
    """Members who were refused at their first try."""
    witnesses: frozenset[str] = frozenset()
    """What speaks against us: members, and of mailboxes that are said not to exist the domains."""
    put_off: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    last_words: str = ""
    """The codes of the last refusal."""
    is_probe: bool = False
    """Whether everybody was refused in an earlier run: then one refusal of us is enough, until a copy is sent."""
    refused_us: bool = False
    """Whether one of the refusals was plainly about us."""

    def after(self, member: str, domain: str, outcome: Outcome, *, is_first: bool) -> "Streak":
        """The streak once `outcome` is known; it ends with the first copy that is sent.

        A relay that takes nothing from us may say "no such mailbox" of everybody; an organisation that has moved to
        another domain loses all its mailboxes at once. The first is seen in many domains, the second in one.
        """
        if outcome.state is DeliveryState.SENT:
            return Streak()
        if outcome.state is DeliveryState.IN_DOUBT:
            return replace(self, doubtful=self.doubtful | {member})
        if outcome.reason not in {Reason.REFUSED_US, Reason.NO_SUCH_MAILBOX}:
            return replace(self, put_off=self.put_off | {member})
        if not is_first:  # at the end of a good run those who are tried again come one after the other
            return self
        return replace(
            self,
            refused=self.refused | {member},
            witnesses=self.witnesses | {member if outcome.is_ours else domain},
            refused_us=self.refused_us or outcome.is_ours,
            last_words=" ".join(str(code) for code in (outcome.code, outcome.enhanced) if code),
        )

    def tells_of_us(self, rules: Rules) -> bool:
        """Whether so many were refused that the fault must be ours."""
        enough = rules.breaker
        if self.is_probe:
            enough = 1 if self.refused_us else _FEW
        return len(self.witnesses) >= enough

    def check(self, rules: Rules) -> None:
        """Let the run go on, or end it.

        Raises:
            StoppedError: Refused too often in a row, or too many doubts.
            ServerAwayError: Too many were put off.
        """
        if self.tells_of_us(rules):
            raise self._refusal()
        if len(self.doubtful) >= rules.most_doubts:
            raise StoppedError(
                f"Stopped: {len(self.doubtful)} times in a row the connection broke at the last moment, so that nobody "
                "can say who has the issue. They are listed; ask one of them before you go on."
            )
        if len(self.put_off) >= rules.pause:
            raise ServerAwayError(
                f"The mail server put off {len(self.put_off)} members in a row. Nothing is lost; send again later."
            )

    def check_at_end(self) -> None:
        """After everybody was tried and nobody has got a copy: several refusals tell of a fault of ours.

        Raises:
            StoppedError: They do.
        """
        if len(self.witnesses) >= _FEW:
            raise self._refusal()

    def _refusal(self) -> StoppedError:
        if self.is_probe:
            return StoppedError(
                f"The mail server still does not take this mail from us ({self.last_words}): one was tried, and it "
                "counts as not tried. It is about our set-up or the mail, not about the members."
            )
        return StoppedError(
            f"Stopped after {len(self.refused)} refusals in a row. The mail server does not take this mail from us "
            f"({self.last_words}). It is about our set-up or the mail, not about the members; they count as not tried."
        )
