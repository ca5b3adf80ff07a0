"""The postroom with real servers, processes and files, and what every mail must be like."""
