"""The process that prints: `python -m flows.newsroom.press.child FOLDER ASSETS MEGABYTES`.

It runs apart from everything else because a missing font ends it with signal 11, which
nothing in Python can catch. `flows.newsroom.press.pdf` starts it and reads its exit status.
"""

import errno
import gc
import sys
from pathlib import Path

from flows.newsroom.press.order import leave_outcome, paper, take_order

REFUSED = 3  # exit status: the page asked for something that is not among the assets
TOO_LARGE = 4  # exit status: the page needs more memory than it may have


def main(arguments: list[str]) -> int:
    """Carry out the order in a folder; returns the exit status."""
    folder, assets, megabytes = arguments
    limit_memory(int(megabytes))
    gc.disable()  # to look for what is no longer needed takes a fifth of the time, and frees next to nothing
    try:
        return carry_out(Path(folder), Path(assets))
    except (MemoryError, SystemError):  # the second where Python has no memory left to say the first
        return TOO_LARGE
    except OSError as error:
        if error.errno == errno.ENOMEM:  # the system says it in its own way when even a folder cannot be listed
            return TOO_LARGE
        raise


def limit_memory(megabytes: int) -> None:
    """Let this process have no more than so much memory, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024**2
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def name_libraries_as_the_loader_does() -> None:
    """Keep the search for libraries from asking the compiler, once for each name that WeasyPrint tries.

    Among its names is the one by which the loader of Linux finds each library; elsewhere the search is needed.
    """
    if sys.platform == "linux":
        import ctypes.util

        ctypes.util.find_library = lambda name: None  # noqa: ARG005


def carry_out(folder: Path, assets: Path) -> int:
    """Print the order in `folder`; returns the exit status."""
    name_libraries_as_the_loader_does()
    from flows.newsroom.press.fetcher import AssetFetcher
    from flows.newsroom.press.writer import print_order

    fetcher = AssetFetcher(assets)
    pdf, outcome = print_order(take_order(folder), fetcher)
    if fetcher.refusals:
        return REFUSED
    paper(folder).write_bytes(pdf)
    leave_outcome(folder, outcome)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
