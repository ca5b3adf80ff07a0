"""What Prefect keeps of its runs, to be searched for what it must not."""

from pathlib import Path

from prefect.settings import PREFECT_API_DATABASE_CONNECTION_URL, PREFECT_HOME


def all_that_prefect_keeps() -> bytes:
    """The bytes of Prefect's database and of everything in its home."""
    database = Path(str(PREFECT_API_DATABASE_CONNECTION_URL.value()).partition("///")[2])
    files = [*database.parent.glob(f"{database.name}*"), *Path(PREFECT_HOME.value()).rglob("*")]
    return b"".join(path.read_bytes() for path in files if path.is_file())
