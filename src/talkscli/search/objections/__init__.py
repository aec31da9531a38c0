"""Why a fact is no answer though it has the words of a question."""
