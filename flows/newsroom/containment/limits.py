"""What a process that reads foreign bytes may use, and what it may not do at all."""

import contextlib
import sys
from dataclasses import dataclass

_MEGABYTE = 1024**2
# Readers never fetch and start nothing; a library that tries is stopped before anything leaves the computer.
_FORBIDDEN = frozenset({"socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may take."""

    megabytes: int = 1024  # of address space, everything that the child has loaded included
    cpu_seconds: int = 20  # of processor time; a manual of 40 pages takes half of one
    seconds: int = 60  # by the clock, as other work goes on
    spent_megabytes: int = 600  # a child that ever held so much is not used again: the next document has all the room


def confine(limits: Limits) -> None:
    """Let this process have no more memory, write no file, leave no core and reach no network.

    On Windows, and where the system refuses a limit, the clock that the parent keeps is what remains.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in ((resource.RLIMIT_AS, limits.megabytes * _MEGABYTE), (resource.RLIMIT_FSIZE, 0)):
        _lower(kind, most)
    _lower(resource.RLIMIT_CORE, 0)


def grant_seconds(seconds: int) -> None:
    """Let this process use `seconds` more of processor time than it has used up to now."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + seconds + 1
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


def peak_megabytes() -> int:
    """The most memory that this process ever held; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (_MEGABYTE if sys.platform == "darwin" else 1024)


def _lower(kind: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(OSError, ValueError):  # macOS refuses a limit on address space
        resource.setrlimit(kind, (wanted, hard))


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"A reader may not do this: {event}.")
