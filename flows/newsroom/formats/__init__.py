"""What several readers share: characters, safe markup, blocks, and the facts a page states about itself."""
