"""Asking whoever runs `standfirst serve` to send a mailing, or to go on with it, at a time to come."""

import datetime as dt

from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound
from prefect.states import Scheduled

SENDING = "delivery/on-demand"
"""The deployment that sends."""


def ask_to_send(mailing_id: str, at: dt.datetime) -> bool:
    """Ask for a run that sends the mailing, or goes on with it, at a time; False: nobody here takes such a wish.

    A run that finds its mailing sent does nothing, so it is no harm to ask twice.
    """
    with get_client(sync_client=True) as client:
        try:
            deployment = client.read_deployment_by_name(SENDING)
        except ObjectNotFound:
            return False
        client.create_flow_run_from_deployment(
            deployment.id, parameters={"mailing": mailing_id}, state=Scheduled(scheduled_time=at.astimezone(dt.UTC))
        )
    return True
