"""Messages as Outlook saves them, written byte by byte: a compound file (MS-CFB) of properties (MS-OXMSG)."""

import datetime as dt
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT_SECTOR, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STRING, _BINARY, _INTEGER, _TIME = 0x001F, 0x0102, 0x0003, 0x0040
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)

SUBJECT, BODY, HTML, CLASS, HEADERS, SENDER, SENT = 0x0037, 0x1000, 0x1013, 0x001A, 0x007D, 0x0C1A, 0x0039
CODEPAGE, NAME, CONTENT, MIME, METHOD = 0x3FDE, 0x3707, 0x3701, 0x370E, 0x3705

Value = str | bytes | int | dt.datetime


@dataclass
class _Node:
    name: str
    content: bytes | None = None  # None: a folder
    children: list["_Node"] = field(default_factory=list)


def a_msg(
    properties: Mapping[int, Value],
    *attachments: Mapping[int, Value],
    kind: str = "IPM.Note",
    counted: int | None = None,
) -> bytes:
    """A message with these properties, and attachments with theirs."""
    root = _Node("Root Entry")
    count = len(attachments) if counted is None else counted
    head = struct.pack("<8x4I8x", 0, count, 0, count)
    root.children = _stored({CLASS: kind, **properties}, head)
    for number, attachment in enumerate(attachments):
        folder = _Node(f"__attach_version1.0_#{number:08X}", children=_stored({METHOD: 1, **attachment}, bytes(8)))
        root.children.append(folder)
    return _compound_file(root)


def _stored(properties: Mapping[int, Value], head: bytes) -> list[_Node]:
    nodes, table = [], [head]
    for pid, value in properties.items():
        if isinstance(value, int):
            table.append(struct.pack("<HHIi4x", _INTEGER, pid, 6, value))
        elif isinstance(value, dt.datetime):
            table.append(struct.pack("<HHIQ", _TIME, pid, 6, int((value - _EPOCH).total_seconds() * 10**7)))
        else:
            kind = _STRING if isinstance(value, str) else _BINARY
            content = value.encode("utf-16-le") if isinstance(value, str) else value
            nodes.append(_Node(f"__substg1.0_{pid:04X}{kind:04X}", content))
            table.append(struct.pack("<HHIII", kind, pid, 6, len(content), 0))
    return [_Node("__properties_version1.0", b"".join(table)), *nodes]


def _compound_file(root: _Node) -> bytes:
    entries: list[_Node] = []
    kin: dict[int, tuple[int, int]] = {}  # of each entry: its next sibling and its first child
    _listed(root, entries, kin)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = bytearray(), list[int]()
    starts = {}
    for number, entry in enumerate(entries):
        content = entry.content or b""
        if len(content) >= _CUTOFF:
            starts[number] = _put(content, sectors, fat)
        elif content:
            starts[number] = len(mini) // _MINI
            links = -(-len(content) // _MINI)
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + links), _END]
            mini += content.ljust(links * _MINI, b"\0")
    starts[0] = _put(bytes(mini), sectors, fat)
    directory = b"".join(_entry(n, e, kin[n], starts.get(n, _END), len(mini)) for n, e in enumerate(entries))
    directory_start = _put(directory, sectors, fat)
    mini_fat_start = _put(struct.pack(f"<{len(mini_fat)}I", *mini_fat), sectors, fat, filler=b"\xff")
    mini_fat_sectors = -(-len(mini_fat) * 4 // _SECTOR)
    count = 1
    while (len(fat) + count) * 4 > count * _SECTOR:
        count += 1
    fat_start = len(sectors)
    fat += [_FAT_SECTOR] * count
    packed = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, count,
        directory_start, 0, _CUTOFF, mini_fat_start, mini_fat_sectors, _END, 0, fat_start,
    )  # fmt: skip
    spread = [fat_start + n for n in range(1, count)]
    header += struct.pack(f"<{len(spread)}I", *spread)
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors) + packed


def _put(content: bytes, sectors: list[bytes], fat: list[int], filler: bytes = b"\0") -> int:
    if not content:
        return _END
    start = len(sectors)
    pieces = [content[place : place + _SECTOR] for place in range(0, len(content), _SECTOR)]
    sectors += [piece.ljust(_SECTOR, filler) for piece in pieces]
    fat += [*range(start + 1, start + len(pieces)), _END]
    return start


def _listed(node: _Node, entries: list[_Node], kin: dict[int, tuple[int, int]]) -> int:
    number = len(entries)
    entries.append(node)
    numbers = [_listed(child, entries, kin) for child in node.children]
    for place, child in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else _NONE
        kin[child] = (following, kin[child][1])
    kin[number] = (_NONE, numbers[0] if numbers else _NONE)
    return number


def _entry(number: int, node: _Node, kin: tuple[int, int], start: int, mini_size: int) -> bytes:
    name = node.name.encode("utf-16-le") + b"\0\0"
    kind = 5 if number == 0 else 1 if node.content is None else 2
    size = mini_size if number == 0 else len(node.content or b"")
    return struct.pack(
        "<64sHBBIII16xI16xIQ", name, len(name), kind, 1, _NONE, kin[0], kin[1], 0, start, size,
    )  # fmt: skip
