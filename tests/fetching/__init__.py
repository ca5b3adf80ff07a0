"""Fetching from a server on this computer."""
