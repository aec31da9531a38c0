"""Shortcodes and components of Markdown that have text in them: what they fold behind a title becomes a directive.

`{{< faq "When?" >}} … {{< /faq >}}` (Hugo), `{% faq "When?" %} … {% endfaq %}` (Liquid, Markdoc),
`[toggle title="When?"] … [/toggle]` (WordPress), `<Accordion title="When?"> … </Accordion>` (MDX).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import dedent, indent

from msgspec import Struct

from talkscli.article.markdown.fences import Fences, around
from talkscli.article.questions import asks

_TEXT = r"(?<=[\s=:(,])(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+')"
_VALUE = rf"(?:{_TEXT}|\{{(?:[^{{}}]|\{{[^{{}}]*+\}})*+\}}|[^\s\"'<>\[\]{{}}/]++)"
_ATTRIBUTES = rf"(?:\s++[\w:@.-]++(?:\s*+=\s*+{_VALUE})?+)*+"
_MARK = re.compile(
    r"(?P<code>`[^`\n]*+`)|(?P<hidden><!--)"
    rf"|\{{\{{[<%]\s*+(?P<c1>/)?\s*+(?P<n1>\w[\w./-]*+)(?P<a1>(?:[^{{}}\"']++|{_TEXT})*+)\}}\}}"
    rf"|\{{%-?\s*+(?P<c2>/|end)?\s*+(?P<n2>\w[\w./-]*+)(?P<a2>(?:[^{{}}%\"']++|{_TEXT})*+)%\}}"
    rf"|\[(?P<c3>/)?(?P<n3>[a-z][\w-]*+)(?P<a3>{_ATTRIBUTES})\s*+/?\](?!\()"
    rf"|<(?P<c4>/)?(?P<n4>[A-Za-z][\w.-]*+)(?P<a4>{_ATTRIBUTES})\s*+/?>",
    re.DOTALL,
)
_ARGUMENT = re.compile(
    r"(?:(?<![\w-])([\w-]++)\s*+[=:]\s*+)?(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)')", re.DOTALL
)
_ESCAPED = re.compile(r"\\\[(?P<end>/?)(?P<name>[a-z](?:[\w-]|\\_)*+)(?:\s[^\[\]\n]*?)?\\\]")
_SIGNS = ("{{<", "{{%", "{%", "[/", "</", "/>")
_QUESTIONS = ("question", "q")
_TITLES = (*_QUESTIONS, "title", "header", "heading", "summary", "label", "name", "")
_ANSWERS = ("answer", "a")
_FOLDS = re.compile(r"accord|collaps|toggle|expand|faq|question|detail|spoiler|dropdown|fold", re.IGNORECASE)
_FOLDING = re.compile(r"faq|accordion")  # of tags in lower case, which may be HTML
_DEEPEST = 20
_NEAR = 200  # characters of a line that tell how far in a mark stands
_LONGEST = 300  # characters of a title
_BRACKETS, _TAG = "3", "4"


class _Mark(Struct, frozen=True):
    start: int
    end: int
    kind: str
    name: str
    closes: bool
    title: str = ""
    folds: bool = False
    """What is between it and its end is folded behind the title."""
    answer: str = ""


class _Open(Struct):
    mark: _Mark
    parts: list[str]


def fenced(text: str) -> str:
    """Return a text with these set as fences that name a directive: what is in them is text, not code.

    Components on lines of their own are apart from what is around them; marks of a page builder are left out.
    """
    text = _unescaped(text) if "\\[/" in text else text
    marks = list(_marks(text)) if any(map(text.__contains__, _SIGNS)) else []
    return _Joiner(text, marks).run() if marks else text


def _unescaped(text: str) -> str:
    """Write a page builder's marks as they were before its text was turned into Markdown, which escapes them."""
    names = [{m["name"] for m in _ESCAPED.finditer(text) if bool(m["end"]) == ends} for ends in (False, True)]
    both = names[0] & names[1]
    return _ESCAPED.sub(lambda m: f"[{m[0][2:-2]}]".replace("\\_", "_") if m["name"] in both else m[0], text)


def directive(title: str, body: str, name: str = "details") -> str:
    """Return a fence with what is folded behind a title."""
    body = dedent(body.strip("\n")).strip()
    mark = around(body.split("\n"))
    return f"\n\n{mark}{{{name}}} {title}\n{body}\n{mark}\n\n"


def _marks(text: str) -> Iterator[_Mark]:
    """Find the marks that stand in no code and no comment."""
    hidden = 0  # where the code or comment at hand ends
    fences = _fences(text)
    begins, ends = next(fences)
    for match in _MARK.finditer(text):
        while ends <= match.start():
            begins, ends = next(fences)
        if match["code"] or match.start() < hidden or begins <= match.start():
            continue
        if match["hidden"]:
            end = text.find("-->", match.end())
            hidden = end if end >= 0 else len(text)
            continue
        kind = next(n for n in "1234" if match[f"n{n}"])
        if kind == _TAG and not (match["n4"][0].isupper() or _FOLDING.search(match["n4"])):
            continue
        closes = match[f"c{kind}"] is not None
        given = [] if closes else [(key.lower(), a or b) for key, a, b in _ARGUMENT.findall(match[f"a{kind}"])]
        title, folds = _title(match[f"n{kind}"], given)
        answer = next((value for key, value in given if key in _ANSWERS), "")
        yield _Mark(*match.span(), kind, match[f"n{kind}"], closes, title, folds, answer)


def _title(name: str, given: Sequence[tuple[str, str]]) -> tuple[str, bool]:
    """Return the title that a mark gives to what is in it, and whether that is folded behind it."""
    for key in _TITLES:
        title = " ".join(next((value for k, value in given if k == key), "").replace('\\"', '"').split())
        if title and len(title) <= _LONGEST:
            return title, key in _QUESTIONS or asks(title) or _FOLDS.search(name) is not None
    return "", False


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code stands that is set between fences, and at last a place behind the text."""
    fences, start, at = Fences(), 0, 0
    for line in text.split("\n"):
        start = start if fences.open else at
        if fences.hold(line) and not fences.open:
            yield start, at + len(line)
        at += len(line) + 1
    if fences.open:
        yield start, at
    yield at + 1, at + 2


class _Joiner:
    """Sets what stands between the marks of a pair, the inner ones first."""

    def __init__(self, text: str, marks: Sequence[_Mark]) -> None:
        self.text = text
        self.marks = marks
        self._builders = {mark.name for mark in marks if mark.closes and mark.kind == _BRACKETS}
        self._outer: list[str] = []
        self._open: list[_Open] = []
        self._count: Counter[str] = Counter()
        self._left = Counter(mark.name for mark in marks if mark.closes)  # ends that are to come

    def run(self) -> str:
        at = 0
        for mark in self.marks:
            self._add(self.text[at : mark.start])
            at = mark.end
            if mark.closes:
                self._left[mark.name] -= 1
                self._close(mark)
            elif mark.folds and mark.answer:
                self._add(directive(mark.title, mark.answer))
            elif not self._left[mark.name] or self._is_single(mark) or len(self._open) >= _DEEPEST:
                self._add(self._shown(mark))
            else:
                self._open.append(_Open(mark, []))
                self._count[mark.name] += 1
        self._add(self.text[at:])
        while self._open:
            self._flatten(self._open.pop())
        return "".join(self._outer)

    def _add(self, text: str) -> None:
        (self._open[-1].parts if self._open else self._outer).append(text)

    def _close(self, mark: _Mark) -> None:
        if not self._count[mark.name]:
            self._add(self._shown(mark))
            return
        while self._open:
            last = self._open.pop()
            self._count[last.mark.name] -= 1
            if last.mark.name == mark.name:
                self._pair(last, mark)
                return
            self._flatten(last)

    def _flatten(self, last: _Open) -> None:
        """Add what stands behind a mark that nothing closes."""
        self._add(self._shown(last.mark))
        (self._open[-1].parts if self._open else self._outer).extend(last.parts)

    def _pair(self, last: _Open, mark: _Mark) -> None:
        body = "".join(last.parts)
        apart = last.mark.kind == _TAG and self._is_apart(last.mark.start, mark.end)
        if last.mark.folds:
            self._add(self._indented(directive(last.mark.title, body), last.mark.start))
        elif apart:
            self._add(self._indented(f"\n\n{last.mark.title}\n\n{dedent(body)}\n\n", last.mark.start))
        else:
            self._add(self._shown(last.mark) + body + self._shown(mark))

    def _indented(self, block: str, start: int) -> str:
        """Return a block as far in as its mark stands, if what is around it will be set as far out as it goes."""
        inside = any(each.mark.folds or each.mark.kind == _TAG for each in self._open)
        before = self._before(start) if inside else ""
        return indent(block, before) if before.isspace() else block

    def _is_apart(self, start: int, end: int) -> bool:
        """Tell whether nothing but white space stands on the lines before and behind."""
        return not self._before(start).strip() and self.text[end : end + 1] in ("", "\n", "\r")

    def _before(self, start: int) -> str:
        """Return what stands before a place on its line, or enough of it."""
        return self.text[max(0, start - _NEAR) : start].rpartition("\n")[2]

    def _is_single(self, mark: _Mark) -> bool:
        return self.text.endswith(("/>", "/]", "/>}}", "/%}}"), 0, mark.end)

    def _shown(self, mark: _Mark) -> str:
        """Return a mark as it stands, one of a page builder aside, which is no text."""
        if mark.kind != _BRACKETS:
            return self.text[mark.start : mark.end]
        if mark.name in self._builders:
            return "\n\n" if "_" in mark.name else ""
        shown = self.text[mark.start : mark.end]
        return "" if shown.endswith("/]") and "=" in shown else shown
