"""One member's mail: headers, text, HTML and the PDF that all copies share."""

from flows.newsroom.postroom.message.copies import Copy, copy_of, message_id, return_address

__all__ = ["Copy", "copy_of", "message_id", "return_address"]
