"""The newsroom: what happens to a document, as plain functions on plain data.

Nothing here knows Prefect, the clock or the settings file: all that is handed in.
"""
