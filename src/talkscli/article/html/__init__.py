"""Web pages: what on one is its article, and what it tells of itself."""
