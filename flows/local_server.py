"""A Prefect server of our own, on this computer only, for as long as we need one.

Prefect's own temporary server outlives a client that is killed. Ours reads from a pipe that its
parent holds: when the parent ends, however it ends, the pipe closes and the server stops.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.newsroom.errors import MachineError

HOST = "127.0.0.1"
START_SECONDS = 180  # a busy office computer has needed 40
STOP_SECONDS = 20
PROFILES = "profiles.toml"  # where Prefect looks for an address that nobody gave it


@contextmanager
def any_server(home: Path, *, meanwhile: Callable[[], object] | None = None) -> Iterator[str]:
    """The server to use: the one the environment names, the one that `standfirst serve` runs, or one of our own.

    Its address stands in the environment, where Prefect looks for it when it is first imported.

    Args:
        home: Prefect's home.
        meanwhile: What can be done while a server of our own starts, which takes some seconds.

    Raises:
        MachineError: The one that the environment names does not answer, or ours does not start.
    """
    named = os.environ.get("PREFECT_API_URL")
    if named and not is_up(named):
        raise MachineError(f"No Prefect server answers at {named}. Start it, or unset PREFECT_API_URL.")
    running = named or served_address(home)
    if running:
        os.environ["PREFECT_API_URL"] = running
        yield running
        return
    with local_server(meanwhile=meanwhile) as address:
        yield address


@contextmanager
def announced(home: Path, address: str) -> Iterator[None]:
    """Let every `prefect` command with this home talk to the server at `address` while the block runs."""
    profiles = home / PROFILES
    profiles.write_text(f'active = "serving"\n\n[profiles.serving]\nPREFECT_API_URL = "{address}"\n', encoding="utf-8")
    try:
        yield
    finally:
        profiles.unlink(missing_ok=True)


def served_address(home: Path) -> str | None:
    """The address of the server that `standfirst serve` runs with this home, if it answers."""
    try:
        profiles = tomllib.loads((home / PROFILES).read_text(encoding="utf-8"))
        address = str(profiles["profiles"]["serving"]["PREFECT_API_URL"])
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError):
        return None
    return address if is_up(address) else None


@contextmanager
def local_server(
    *, port: int | None = None, has_schedules: bool = False, meanwhile: Callable[[], object] | None = None
) -> Iterator[str]:
    """Run a server while the block runs; its address stands in the environment.

    Args:
        port: Where to listen; any free port if not given.
        has_schedules: Whether deployments may fire on it.
        meanwhile: What can be done while it starts; it finds the address in the environment.

    Yields:
        The address of its API.

    Raises:
        MachineError: It does not start.
    """
    chosen = _free_port(port)
    command = [sys.executable, "-m", "flows.local_server", str(chosen), *(["--schedules"] if has_schedules else [])]
    # Its own session, so that Ctrl-C on the terminal reaches us first and we stop it in order.
    server = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    errors = _Tail(server)
    try:
        address = f"http://{HOST}:{chosen}/api"
        os.environ["PREFECT_API_URL"] = address
        if meanwhile:
            meanwhile()
        _wait_until_up(server, address, errors)
        yield address
    finally:
        os.environ.pop("PREFECT_API_URL", None)  # nothing answers there any more
        _stop(server)


def is_up(address: str) -> bool:
    """Whether a Prefect API answers at `address`."""
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 - http on this computer
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's "OK"
    except (urllib.error.URLError, OSError, ValueError):
        return False


class _Tail:
    """Keeps the last lines that a server writes to its error stream, so that the pipe never fills."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self._lines: list[str] = []
        self._server = server
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self._server.stderr or ():
            self._lines = [*self._lines[-20:], line.decode(errors="replace").strip()]

    @property
    def last(self) -> str:
        return next((line for line in reversed(self._lines) if line), "it said nothing")


def _wait_until_up(server: "subprocess.Popen[bytes]", address: str, errors: _Tail) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is None and is_up(address):
            return
        if server.poll() is not None:
            raise MachineError(
                f"The run keeper (Prefect) did not start: {errors.last}. Is the disk full, or "
                f"{os.environ['PREFECT_HOME']} not writable? `standfirst doctor` looks at both."
            )
        time.sleep(0.1)
    raise MachineError(f"The run keeper (Prefect) did not start within {START_SECONDS} seconds. Try again in a while.")


def _stop(server: "subprocess.Popen[bytes]") -> None:
    if server.stdin:
        server.stdin.close()
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port(wanted: int | None) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted or 0))
        except OSError as error:
            raise MachineError(
                f"Port {wanted} of this computer is in use, perhaps by another Standfirst. Name another with --port."
            ) from error
        return int(probe.getsockname()[1])


def _stop_with_the_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(STOP_SECONDS / 2)
    os._exit(1)  # a server that hangs while it stops must not stay


def _serve(port: int, *, has_schedules: bool) -> None:
    import uvicorn
    from prefect.server.api.server import create_app
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
    threading.Thread(target=_stop_with_the_parent, daemon=True).start()
    app = create_app(ephemeral=not has_schedules, final=True)
    # A web page that is open in a browser on this computer must not be able to talk to it under another name.
    guarded = TrustedHostMiddleware(app, allowed_hosts=[HOST, "localhost"])
    uvicorn.run(guarded, host=HOST, port=port, log_level="error")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--schedules", action="store_true")
    wanted = parser.parse_args()
    _serve(wanted.port, has_schedules=wanted.schedules)
