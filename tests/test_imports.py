"""What a command loads: a start is only quick if it loads nothing that it does not use."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "talkscli"
PRINTING = {"cli", "render", "__main__"}

RUN = """
import sys
from talkscli.cli.app import main
main(sys.argv[1:])
print("|", *sorted(sys.modules), file=sys.stderr)
"""
BELOW = """
import sys
for name in sys.argv[1:]:
    __import__(name)
print(*[name for name in sys.modules if name.partition(".")[0] in ("rich", "typer")])
"""

# By package: everything from outside of the standard library that a question may load.
ALLOWED = {
    "typer",
    "msgspec",
    "Stemmer",
    "cython_runtime",
    "platformdirs",
    "annotated_doc",
    "shellingham",
    "typing_extensions",
    "talkscli",
}

# Slow to load, and of no use to a question whose words are in the store.
UNUSED = {
    "anyascii", "asyncio", "concurrent", "csv", "email", "hashlib", "html", "http", "json", "logging", "markdown_it",
    "multiprocessing", "numpy", "pydantic", "pygments", "rapidfuzz", "rich", "sentencex", "socket", "ssl",
    "trafilatura", "unittest", "xml", "zoneinfo",
}  # fmt: skip


def loaded(*args: str) -> set[str]:
    """Give the modules that a command line loads in a fresh interpreter that ran it once before."""
    for _ in range(2):  # the first run makes the index
        done = subprocess.run([sys.executable, "-c", RUN, *args], capture_output=True, text=True, check=True)
    return set(done.stderr.rpartition("| ")[2].split())


def packages(modules: set[str]) -> set[str]:
    """Give the packages from outside of the standard library."""
    before = subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True)
    of_the_environment = {name.partition(".")[0] for name in before.stdout.split()}
    found = {name.partition(".")[0] for name in modules} - of_the_environment - sys.stdlib_module_names
    return {name for name in found if not name.startswith("_")}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache directory that lasts as long as this module's tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def shared_cache(cache: Path, plain_environment: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands find the index that the one before made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def test_question_loads_only_what_it_needs() -> None:
    """Asked in ASCII and rightly spelled, for JSON: no Rich, no RapidFuzz, no tables of other scripts."""
    modules = loaded("ask", "--format", "json", "why did the ceasefire fail")
    assert packages(modules) <= ALLOWED
    assert UNUSED & modules == set()


def test_warm_question_loads_nothing_that_builds_an_index() -> None:
    """With an index in the cache, what makes one stays on the disk."""
    modules = loaded("ask", "--format", "json", "why did the ceasefire fail")
    assert {
        "talkscli.extract.build",
        "talkscli.check",
        "talkscli.lookup.names",
        "talkscli.search.index.builder",
    } & modules == set()


def test_misspelled_question_loads_rapidfuzz_and_no_more() -> None:
    """Only a word that the store does not have is compared with others."""
    modules = loaded("ask", "--format", "json", "why did the ceasefyre fail")
    assert packages(modules) <= ALLOWED | {"rapidfuzz"}
    assert "rapidfuzz" in modules
    assert "numpy" not in modules


@pytest.mark.parametrize("command", ["timeline", "sources", "facts", "faq", "quotes"])
def test_lists_load_no_rich_for_json(command: str) -> None:
    """JSON is written without a terminal library."""
    modules = loaded(command, "--json")
    assert packages(modules) <= ALLOWED
    assert UNUSED & modules == set()


def test_name_loads_the_tables_of_other_scripts_and_no_more() -> None:
    """The names of the shipped store are in two scripts, so these are needed."""
    modules = loaded("who", "medinski", "--json")
    assert packages(modules) <= ALLOWED | {"anyascii"}
    assert UNUSED & modules <= {"anyascii"}
    assert {name for name in modules if name.startswith(("talkscli.search.engine", "sqlite3"))} == set()


def test_brief_loads_no_search_and_no_rich_for_json() -> None:
    """A story in brief is told by its facts alone."""
    modules = loaded("brief", "--json")
    assert packages(modules) <= ALLOWED | {"anyascii"}
    assert UNUSED & modules <= {"anyascii"}
    assert {name for name in modules if name.startswith(("talkscli.search.engine", "sqlite3"))} == set()


def test_table_loads_no_markdown_and_no_pygments() -> None:
    """Of Rich, a table needs neither the Markdown reader nor the highlighter."""
    modules = loaded("ask", "why did the ceasefire fail")
    assert {"markdown_it", "pygments", "rich.markdown", "rich.syntax"} & modules == set()


def test_nothing_below_the_command_line_imports_typer_or_rich() -> None:
    """The rooms below cli and render can be used, and tested, without a terminal."""
    names = [
        ".".join(("talkscli", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")
        for path in sorted(SOURCES.rglob("*.py"))
        if path.relative_to(SOURCES).parts[0].removesuffix(".py") not in PRINTING
    ]
    done = subprocess.run([sys.executable, "-c", BELOW, *names], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    assert len(names) > 20


# What may import what

LAYERS = [
    {"__main__"},
    {"cli"},
    {"render", "__init__"},
    {"lookup", "extract", "check"},
    {"search", "article"},
    {"store"},
    {"language"},
    {"errors"},
]
"""From above to below; rooms of one layer do not know each other."""
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}


def imported(path: Path) -> list[tuple[int, str]]:
    """Every module that a source file names in an import, wherever in it, with the line."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def room(path: Path) -> str:
    """Tell the room that a source file stands in."""
    return path.relative_to(SOURCES).parts[0].removesuffix(".py")


def within(name: str) -> str | None:
    """Tell the room of an imported name, None for what is not of the package."""
    first, *rest = name.split(".")
    if first != "talkscli":
        return None
    return rest[0] if rest and rest[0] in LEVEL else "__init__"


def test_every_room_has_its_layer() -> None:
    """There is no room that the order does not know, and none in it that is gone."""
    assert {room(path) for path in SOURCES.rglob("*.py")} == set(LEVEL)


def test_imports_run_one_way() -> None:
    """A room imports itself and rooms of the layers below, also within functions; so does the public API."""
    wrong = [
        f"{path.relative_to(SOURCES)}:{line} imports {name}"
        for path in sorted(SOURCES.rglob("*.py"))
        for line, name in imported(path)
        if (other := within(name)) and other != room(path) and LEVEL[other] <= LEVEL[room(path)]
    ]
    assert wrong == []


@pytest.mark.parametrize("library", ["typer", "rich", "click"])
def test_only_what_prints_knows_the_terminal(library: str) -> None:
    """Nothing but cli and render imports Typer or Rich, not even within a function."""
    wrong = [
        f"{path.relative_to(SOURCES)}:{line}"
        for path in sorted(SOURCES.rglob("*.py"))
        if room(path) not in PRINTING
        for line, name in imported(path)
        if name.split(".")[0] == library
    ]
    assert wrong == []
