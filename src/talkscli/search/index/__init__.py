"""The index of a store: made once from its facts, kept in the cache, read by each question."""
