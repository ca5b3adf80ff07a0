"""Fetching the pages and feeds that a coordinator lists: the only part of the newsroom that asks other computers.

reading list | kept copy | robots.txt | address checked | pinned connection | within limits | kept copy
"""

from flows.newsroom.fetching.courier import Courier
from flows.newsroom.fetching.larder import Larder
from flows.newsroom.fetching.reading_list import WebPage, find_pages
from flows.newsroom.fetching.visits import Rounds

__all__ = ["Courier", "Larder", "Rounds", "WebPage", "find_pages"]
