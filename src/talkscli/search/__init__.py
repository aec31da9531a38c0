"""An index of a store, and what of it fits a question: candidates, ranking, confidence."""
