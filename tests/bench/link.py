"""What stands at the other end in the delivery chapter: a server that takes everything, and a link with a delay.

python -m tests.bench.link sink            takes every mail and forgets it
python -m tests.bench.link delay PORT S    passes everything on to PORT, each way S seconds late

Each prints its own port and works until its input is closed.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_CHUNK = 65_536
_END = b"\r\n.\r\n"


@contextmanager
def running(*arguments: str) -> Iterator[int]:
    """The port of one of these in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.link", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - ours
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the process has no pipes")
        yield int(child.stdout.readline())
        child.stdin.close()


async def _take_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 sink ESMTP\r\n")
    while line := await reader.readline():
        verb = line[:4].upper()
        if verb == b"DATA":
            writer.write(b"354 go on\r\n")
            await _skip_mail(reader)
            writer.write(b"250 2.0.0 taken\r\n")
        elif verb == b"EHLO":
            writer.write(b"250-sink\r\n250 SIZE 50000000\r\n")
        else:
            writer.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
        await writer.drain()
    writer.close()


async def _skip_mail(reader: asyncio.StreamReader) -> None:
    """Read to the end of a mail; our side waits for the answer, so nothing follows its last dot."""
    tail = b""
    while not tail.endswith(_END):
        chunk = await reader.read(_CHUNK)
        if not chunk:
            raise ConnectionError
        tail = (tail + chunk)[-len(_END) :]


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float) -> None:
    """Pass on what comes, late, but not slower: what follows does not wait for what went before."""
    late: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            due, chunk = await late.get()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if not chunk:
                writer.close()
                return
            writer.write(chunk)
            await writer.drain()

    delivering = asyncio.create_task(deliver())
    with suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            late.put_nowait((time.monotonic() + seconds, chunk))
    late.put_nowait((time.monotonic() + seconds, b""))
    with suppress(OSError):
        await delivering


async def _serve(arguments: list[str]) -> None:
    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        port, seconds = int(arguments[1]), float(arguments[2])
        await asyncio.sleep(2 * seconds)  # the handshake
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_pump(reader, far_writer, seconds), _pump(far_reader, writer, seconds))

    server = await asyncio.start_server(_take_all if arguments == ["sink"] else pass_on, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - this is its answer
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1:]))
