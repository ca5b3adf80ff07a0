"""What Prefect must be told before it is imported: where it lives, and to be quiet.

A forum's folder has no pyproject.toml whose `[tool.prefect]` would say so; the environment always works.
"""

import os
from pathlib import Path


def prepare(state: Path, *, level: str = "WARNING") -> Path:
    """Give Prefect a home in the state folder; whatever the environment already says is left as it is.

    Args:
        state: The state folder.
        level: What Prefect says on the screen: WARNING and worse, or CRITICAL to say nothing.

    Returns:
        The home.
    """
    home = prefect_home(state)
    wanted = {
        "PREFECT_HOME": str(home),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": level,
        "PREFECT_CLI_PROMPT": "false",
        # A traceback may quote a document; what Prefect keeps in its database must not.
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        # No web page but the server's own may talk to it.
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": "http://127.0.0.1",
    }
    for name, value in wanted.items():
        os.environ.setdefault(name, value)
    home = Path(os.environ["PREFECT_HOME"])
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return home


def prefect_home(state: Path) -> Path:
    """Where Prefect keeps its database and the results of finished batches."""
    return state.resolve() / "prefect"
