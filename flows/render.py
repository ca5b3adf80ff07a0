"""Render: from an issue to its editions."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.newsroom.errors import IssueError, MachineError
from flows.newsroom.model import Edition, Issue, MissingEdition
from flows.newsroom.renderers import Renderer
from flows.sealing import sealed


@task(name="render", cache_policy=NO_CACHE, persist_result=False)
@sealed
def render(name: str, renderer: Renderer, issue: Issue) -> Edition | MissingEdition | None:
    """Make one edition, or say why it cannot be made; the others must not suffer from it. None: none is called for."""
    try:
        return renderer(issue)
    except (IssueError, MachineError) as error:
        return MissingEdition(renderer=name, reason=str(error))
