"""A question as the search reads it: its words, what each may stand for, what it asks about whom."""
