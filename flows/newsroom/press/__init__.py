"""The press: what the editions share, from the wording of a date to the printing of a PDF.

A renderer puts an issue into type (`galley`), fills a template with it (`environment`), and, for
paper, has it printed (`pdf`). Nothing here imports a renderer, and nothing outside imports WeasyPrint.
"""
