"""Reading foreign bytes in a process of its own, which can neither crash, hang nor fill the memory of the run.

A file of a few kilobytes can hold a parser for hours or end its process, and nothing in Python can catch that. So a
child reads one document after another; what ends it costs one document, and another child takes its place.
"""

from flows.newsroom.containment.limits import Limits
from flows.newsroom.containment.room import ReadingRoom

__all__ = ["Limits", "ReadingRoom"]
