"""English as the newsroom sees it: sentences, words and their stems."""
