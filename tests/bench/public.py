"""Public data that is not ours to keep: looked for in the folder that BENCHMARKS names."""

import os
from pathlib import Path

VARIABLE = "BENCHMARKS"


def public_data(*parts: str) -> Path | None:
    """A file or folder of a public data set, if a copy of it is here."""
    folder = os.environ.get(VARIABLE)
    path = Path(folder, *parts) if folder else None
    return path if path and path.exists() else None


def why_skipped(name: str, *parts: str) -> str:
    """What is printed instead of a row."""
    return f"{name}: skipped: no data ({'/'.join(parts)} in the folder that {VARIABLE} names)"
