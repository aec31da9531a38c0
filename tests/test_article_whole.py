"""Properties that hold of any document: no word is lost, and it is read twice the same."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.article.text import MAX_BLOCK
from talkscli.errors import ArticleError

Part = tuple[str, list[str]]
KINDS = ("heading", "question", "paragraph", "list", "nested", "code", "table", "terms", "quote", "bold")
PARTS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(2, 4)), min_size=1, max_size=8)


def parts(shape: list[tuple[str, int]]) -> Iterator[Part]:
    """Give parts of a document, each word of which is like no other."""
    n = 0
    for kind, size in shape:
        yield kind, [f"word{n + i}x" for i in range(size)]
        n += size
    yield "paragraph", [f"word{n}x", f"word{n + 1}x"]


def markdown(kind: str, words: list[str]) -> str:
    """Write a part in Markdown."""
    first, *rest = words
    text = " ".join(words)
    return {
        "heading": f"## {text}",
        "question": f"### Why {text}?",
        "paragraph": f"The *{first}* {' '.join(rest)}.",
        "list": "\n".join(f"- {w}" for w in words),
        "nested": f"1. {first}\n" + "\n".join(f"   - {w}" for w in rest),
        "code": "```\n" + "\n".join(words) + "\n```",
        "table": "| " + " | ".join(words) + " |\n" + "|---" * len(words) + "|\n" + "| x " * len(words) + "|",
        "terms": f"{first}\n: {' '.join(rest)}",
        "quote": f"> {text}",
        "bold": f"**{text}**",
    }[kind]


def rst(kind: str, words: list[str]) -> str:
    """Write a part in reStructuredText."""
    first, *rest = words
    text = " ".join(words)
    return {
        "heading": f"{text}\n{'=' * len(text)}",
        "question": f"Why {text}?\n{'-' * (len(text) + 5)}",
        "paragraph": f"The *{first}* :ref:`{' '.join(rest)} <x>`.",
        "list": "\n".join(f"* {w}" for w in words),
        "nested": f"1. {first}\n\n" + "\n".join(f"   * {w}" for w in rest),
        "code": ".. code-block:: sh\n\n   " + "\n   ".join(words),
        "table": ".. list-table::\n\n   * - " + "\n     - ".join(words),
        "terms": f"{first}\n  {' '.join(rest)}",
        "quote": f".. admonition:: {first}\n\n   {' '.join(rest)}",
        "bold": f"**{text}**",
    }[kind]


def html(kind: str, words: list[str]) -> str:
    """Write a part in HTML."""
    first, *rest = words
    text = " ".join(words)
    return {
        "heading": f"<h2>{text}</h2>",
        "question": f"<details><summary>Why {first}?</summary>{' '.join(rest)}</details>",
        "paragraph": f"<div>The <i>{first}</i> {' '.join(rest)}.</div>",
        "list": "<ul>" + "".join(f"<li>{w}" for w in words) + "</ul>",
        "nested": f"<ol><li><p>{first}</p><ul>" + "".join(f"<li>{w}</li>" for w in rest) + "</ul></li></ol>",
        "code": "<pre><code>" + "\n".join(words) + "</code></pre>",
        "table": "<table><tr>"
        + "".join(f"<th>{w}</th>" for w in words)
        + "</tr><tr>"
        + "<td>x</td>" * len(words)
        + "</tr></table>",
        "terms": f"<dl><dt>{first}</dt><dd>{' '.join(rest)}</dd></dl>",
        "quote": f"<blockquote>{first}<br>{' '.join(rest)}</blockquote>",
        "bold": f"<p><b>{text}</b></p>",
    }[kind]


def plain(kind: str, words: list[str]) -> str:
    """Write a part in plain text."""
    first, *rest = words
    text = " ".join(words)
    return {
        "heading": f"The {text}",
        "question": f"Q: Why {first}?\nA: {' '.join(rest)}.",
        "list": "\n".join(f"- {w}" for w in words),
        "nested": f"1. {first}\n" + "\n".join(f"   - {w}" for w in rest),
        "code": f"It is {first}:\n\n        " + "\n        ".join(rest),
        "table": "\t".join(words),
    }.get(kind, f"The {text} is said to stand here, and more of it.")


def said(document: Document) -> str:
    """Give all that a document holds."""
    rows = [
        (s.heading, *s.above, *(text for b in s.blocks for text in (b.question, b.text))) for s in document.sections
    ]
    return " ".join(filter(None, [document.title, *(text for row in rows for text in row)]))


@pytest.mark.parametrize(
    ("suffix", "write", "frame"),
    [
        (".md", markdown, "# T\n\n{}\n"),
        (".rst", rst, "T\n#\n\n{}\n"),
        (".html", html, "<html><body><h1>T</h1>{}</body></html>"),
        (".txt", plain, "T\n\n{}\n"),
    ],
)
@given(PARTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_is_lost(
    suffix: str, write: Callable[[str, list[str]], str], frame: str, shape: list[tuple[str, int]]
) -> None:
    """Every word of a document stands in a block, a question or a heading, each once in the blocks."""
    if suffix == ".html":
        pytest.importorskip("trafilatura")
    told = list(parts(shape))
    document = readers.parse(frame.format("\n\n".join(write(*part) for part in told)), suffix, "test")
    found = re.findall(r"word\d+x", said(document))
    assert set(found) == {word for _, words in told for word in words}
    blocks = [w for s in document.sections for b in s.blocks for w in re.findall(r"word\d+x", b.text)]
    shown = [w for w in blocks if not any(w in " ".join(ws) for kind, ws in told if kind == "table")]
    assert len(shown) == len(set(shown))
    assert all(len(b.text) <= MAX_BLOCK for s in document.sections for b in s.blocks)


@given(
    st.text(alphabet="ab <>/&;\"'=!-?*_`[](){}#|:.\\\n", max_size=200),
    st.sampled_from([".md", ".rst", ".html", ".txt", ".json"]),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_signs(content: str, suffix: str) -> None:
    """Whatever signs stand in it, a document is read, or refused in one line; reading it again is the same."""
    if suffix == ".html":
        pytest.importorskip("trafilatura")
    try:
        document = readers.parse(content, suffix, "test")
    except ArticleError:
        return
    assert document == readers.parse(content, suffix, "test")
    assert all(len(s.leads) == len(s.blocks) and all(i <= n for n, i in enumerate(s.leads)) for s in document.sections)
