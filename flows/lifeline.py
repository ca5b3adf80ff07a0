"""A run that `standfirst serve` started ends when serve does, even when that was killed and could not say so."""

import os
import threading
import time

_LOOK_EVERY_SECONDS = 1.0


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone.

    The work on finished batches stays on the shelf, and an edition is put in its place whole or not at all. On
    Windows a process never learns that its parent has gone; there the run goes on to its end.
    """
    parent = os.getppid()
    threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_SECONDS)
    os._exit(1)  # an ordinary exit would wait for the work in progress
