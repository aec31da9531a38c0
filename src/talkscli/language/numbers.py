"""Number words of English."""

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
CARDINALS = UNITS | TENS
NUMERALS = frozenset(word for word, value in UNITS.items() if 1 <= value <= 12)
"""Those that begin sentences and headings: "Two years later"."""
DIGITS = {word: str(value) for word, value in CARDINALS.items()} | {"hundred": "100", "thousand": "1000", "1k": "1000"}
"""As they are written in digits."""
