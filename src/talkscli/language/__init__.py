"""Everything known of words: the one analysis of text, numbers, dates, spelling, names."""
