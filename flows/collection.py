"""The flow that reads the letterbox every day while `standfirst serve` runs. It shows Prefect counts, and no more."""

import logging
from collections import Counter
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import deployment
from prefect.states import Completed

from flows.incoming import Incoming, read_letterbox
from flows.lifeline import end_with_parent
from flows.newsroom.postroom.returns import Effect
from flows.newsroom.settings import read_settings
from flows.office import open_office
from flows.sealing import sealed

log = logging.getLogger("standfirst")

_LEFT = (Effect.LEFT, Effect.LEFT_BY_SENDER, Effect.COMPLAINED)


@flow(name="collection", persist_result=False, retries=0)
@sealed
def collection() -> State[None]:
    """Read what came back and who asks to leave. Running it again changes nothing."""
    if deployment.id:
        end_with_parent()
    with open_office(read_settings(Path.cwd())) as office:
        incoming = read_letterbox(office)
    log.info("collection: %s", _counted(incoming))
    if incoming.fault:
        raise incoming.fault from None
    return Completed(message=_counted(incoming))


def _counted(incoming: Incoming) -> str:
    counts = Counter(happening.effect for happening in incoming.happenings)
    left, gone = sum(counts[effect] for effect in _LEFT), len(incoming.closings.done)
    held = f", wait for standfirst collect --sure: {len(incoming.closings.held)}" if incoming.closings.held else ""
    return f"mails read: {len(incoming.happenings)}, left: {left}, cannot be reached any more: {gone}{held}"
