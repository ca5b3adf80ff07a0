"""Turns a folder of documents into a dated newsletter."""
