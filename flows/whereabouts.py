"""Whether mail may be sent from here: by the place that the ledger knows, and with a ledger that knows all there is.

A backup that was put back, or a copy of the folder on another computer, knows nothing of what was sent elsewhere since.
"""

from flows.newsroom.errors import InterlockError
from flows.newsroom.model.postroom import MailingState
from flows.newsroom.postroom.seat import Seats, this_machine, this_seat
from flows.newsroom.postroom.witness import Witness
from flows.newsroom.store import transaction
from flows.office import Office, is_under_way

_ELSEWHERE = (
    "So far mail was sent from another computer, or from a folder at another place. If both send, members get issues "
    "twice, and whoever has left there still gets them from here. If mail is to go out from here alone from now on, "
    "type: standfirst send --date {mailing} --from-here"
)
_OLDER = (
    "newsroom.db is older than what was sent: it does not know all of {mailings}. Was an older one put back from a "
    "copy? Then put back the newest you have. If there is none: whoever left, joined or was given another address "
    "since is to be entered again (standfirst collect reads the letterbox anew). When that is done, type: standfirst "
    "send --date {mailing} --from-here"
)


def witness_of(office: Office) -> Witness:
    """Who notes how far mailings have got, outside the state folder."""
    return Witness(office.settings.folders.output)


def expect_to_send_from_here(office: Office, mailing_id: str) -> None:
    """Let a mailing be sent from here, or say why not.

    Raises:
        InterlockError: Mail was sent from another place, or by a newer database.
    """
    if Seats(office.connection).is_taken_elsewhere(_seat(office)):
        raise InterlockError(_ELSEWHERE.format(mailing=mailing_id))
    others = [name for name in witness_of(office).better_informed(office.connection) if name != mailing_id]
    if others:
        raise InterlockError(_OLDER.format(mailings=", ".join(others), mailing=mailing_id))


def note_that_it_is_sent_from_here(office: Office) -> None:
    """Note the place that mail is sent from, once it may be."""
    with transaction(office.connection):
        Seats(office.connection).take(_seat(office), office.clock.now())


def send_from_here(office: Office) -> int:
    """A person says that mail is to go out from here: of what is under way nobody knows who has it meanwhile.

    Returns:
        Of how many members that is not known.
    """
    ledger, witness = office.ledger, witness_of(office)
    is_new = Seats(office.connection).is_taken_elsewhere(_seat(office))
    older = witness.better_informed(office.connection)
    under_way = [one.id for one in ledger.mailings() if is_under_way(one) and one.state is not MailingState.FINISHED]
    doubts = sum(ledger.mistrust(name) for name in under_way if is_new or name in older)
    for name in older:
        witness.dismiss(name)
    note_that_it_is_sent_from_here(office)
    return doubts


def _seat(office: Office) -> str:
    return this_seat(office.state, this_machine())
