"""What the commands do; `app` and `members` name them."""
