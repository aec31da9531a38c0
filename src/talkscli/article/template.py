"""Takes the marks of site generators out of a text: "{% … %}", "{{ … }}" (Liquid, Jinja, Tera), "{{< … >}}" (Hugo)."""

import re

_MARK = re.compile(  # not "${{ secret }}" of a workflow, nor "x_{{a}}" of a formula
    r"\{%[^%{}]*+%\}|(?<![$\\^_}])\{\{(?:(?<!\w\{\{)|(?=[\s<%/.]))[^{}]*+\}\}|\{#(?=\s)[^{}#]*+#\}"
)
_QUOTED = re.compile(r"(?:\b(\w+)\s?[=:]\s?)?([\"'])((?:(?!\2).)*)\2", re.DOTALL)
_CALL = re.compile(r"\{\{[<%-]?\s*([\w.]+)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TEXTS = frozenset(("text", "label"))
_NAMES = frozenset(("", "title", "name"))  # of a link, these are its text
_LINK = re.compile(r"link|button|mail|anchor|^_$|^gettext$", re.IGNORECASE)


def untemplated(text: str) -> str:
    """Return a text without such marks, but for the text of a link and an address of e-mail that they hold.

    What stands between "{% comment %}" and its end is left out.
    """
    if "{%" not in text and "{{" not in text and "{#" not in text:
        return text
    kept: list[str] = []
    at, hidden = 0, False
    for mark in _MARK.finditer(text):
        if not hidden:
            kept += text[at : mark.start()], _held(mark[0])
        word = mark[0].strip("{}%- \t\n").split(maxsplit=1)[:1]
        hidden = (hidden and word != ["endcomment"]) or word == ["comment"]
        at = mark.end()
    if not hidden:
        kept.append(text[at:])
    return "".join(kept)


def _held(mark: str) -> str:
    """Return the text that a mark plainly holds: {{ link(email="a@b.org") }}, {{< button "Read on" "/more" >}}."""
    call = _CALL.match(mark)
    if call is None or mark.startswith("{{/"):
        return ""
    links = _LINK.search(call[1]) is not None
    given = [(name.lower(), value.strip()) for name, _, value in _QUOTED.findall(mark)]
    told = [value for name, value in given if name in _TEXTS or (links and name in _NAMES and not _is_address(value))]
    return next((value for _, value in given if _MAIL.fullmatch(value)), "") if not told else told[0]


def _is_address(value: str) -> bool:
    return any(sign in value for sign in "/:#@") or ("." in value and " " not in value)
