"""What is built to harm, read within limits: slower than the rest, and apart from it."""
