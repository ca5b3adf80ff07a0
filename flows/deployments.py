"""The deployments that `standfirst serve` offers: an issue by the clock or on demand, and its delivery."""

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator

from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.schedules import Cron, Schedule
from prefect.types.entrypoint import EntrypointType

from flows.collection import collection
from flows.delivery import delivery
from flows.newsletter import SCHEDULED, newsletter
from flows.newsroom.errors import SettingsError
from flows.newsroom.settings import Settings

ON_DEMAND = "on-demand"
DAILY = "daily"
COLLECTED_AT = "0 6 * * *"  # before issues are usually made: whoever asked to leave yesterday gets none today


def make_deployments(settings: Settings) -> tuple[RunnerDeployment, ...]:
    """`newsletter/scheduled`, `newsletter/on-demand`, `delivery/on-demand`; with a letterbox, `collection/daily`."""
    on_demand = RunnerDeployment.from_flow(
        newsletter,
        name=ON_DEMAND,
        description="An issue for any date, when somebody asks for it.",
        tags=["newsletter"],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    scheduled = RunnerDeployment.from_flow(
        newsletter,
        name=SCHEDULED,
        description="The regular issue, dated the day for which it was due.",
        tags=["newsletter"],
        schedules=[_cron(settings)],
        paused=not settings.schedule.active,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    sending = RunnerDeployment.from_flow(
        delivery,
        name=ON_DEMAND,
        description="Sends an issue to the members: asks for its approval first, or goes on with what was begun.",
        tags=["delivery"],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    return scheduled, on_demand, sending, *_collecting(settings)


def _collecting(settings: Settings) -> Iterator[RunnerDeployment]:
    if settings.delivery.letterbox.is_named:
        yield RunnerDeployment.from_flow(
            collection,
            name=DAILY,
            description="Reads what came back and who asks to leave the list.",
            tags=["collection"],
            schedules=[Cron(COLLECTED_AT, timezone=settings.schedule.timezone)],
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


class _OrderlyRunner(Runner):
    """Ends on SIGTERM as on Ctrl-C; left alone, Prefect's forgets to wait for itself and prints a traceback."""

    def handle_sigterm(self, *_args: object, **_words: object) -> None:
        signal.raise_signal(signal.SIGINT)


def run_until_stopped(deployments: Iterable[RunnerDeployment], once_there: Callable[[], None]) -> None:
    """Run `deployments` when they are due or asked for; a run in progress is ended with us.

    Args:
        deployments: What is offered.
        once_there: Called when they are known to the server and before any of them runs.

    Raises:
        KeyboardInterrupt: We were told to stop, by SIGTERM or Ctrl-C.
    """
    # The schedule must still be there when the computer has been restarted, so it is not paused. One run at a
    # time is seen to here: a limit kept by the server would stay taken for ever by a run that was killed.
    runner = _OrderlyRunner(pause_on_shutdown=False, limit=1)
    for deployment in deployments:
        runner.add_deployment(deployment)
    once_there()
    asyncio.run(runner.start())


def _cron(settings: Settings) -> Schedule:
    cron = settings.schedule.cron
    try:
        return Cron(cron, timezone=settings.schedule.timezone)
    except ValueError as error:
        raise SettingsError(
            f"newsletter.toml: schedule.cron {cron!r} is no time. Write, for example, 0 7 * * MON."
        ) from error
