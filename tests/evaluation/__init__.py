"""Labelled documents, and how well the newsroom reads them."""
