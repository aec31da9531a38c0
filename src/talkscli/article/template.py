"""Takes the marks of site generators out of a text: Liquid, Jinja and Django's "{% … %}", Hugo's "{{< … >}}"."""

import re

_MARK = re.compile(r"\{%[^%{}]*+%\}|\{\{[<%][^{}<>%]*+[%>]\}\}|\{#(?=\s)[^{}#]*+#\}")


def untemplated(text: str) -> str:
    """Return a text without such marks, and without what stands between "{% comment %}" and its end."""
    if "{%" not in text and "{{" not in text and "{#" not in text:
        return text
    kept: list[str] = []
    at, hidden = 0, False
    for mark in _MARK.finditer(text):
        if not hidden:
            kept.append(text[at : mark.start()])
        word = mark[0].strip("{}%- \t\n").split(maxsplit=1)[:1]
        hidden = (hidden and word != ["endcomment"]) or word == ["comment"]
        at = mark.end()
    if not hidden:
        kept.append(text[at:])
    return "".join(kept)
