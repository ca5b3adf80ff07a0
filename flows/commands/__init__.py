"""What the commands do; `app`, `mailing` and `members` name them."""
