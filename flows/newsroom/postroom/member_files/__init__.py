"""The rows of a spreadsheet, in and out.

grids        cells as text, whatever kind of file they came in
text_tables  CSV and TSV, in any usual encoding
workbooks    XLSX, within limits that are looked at before it is opened
headings     which column is which; `headings.toml` holds what people call them
entries      what a row says of a member, and what is wrong with it
reading      a file | its entries and remarks
writing      members | a file in which no name can run as a formula
"""
