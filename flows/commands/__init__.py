"""What the commands of the postroom do; `flows.__main__` names them."""
