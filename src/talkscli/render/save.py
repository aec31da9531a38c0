"""A picture of what the screen shows, as SVG or HTML: it loads nothing and runs nothing."""

from pathlib import Path

from rich.console import RenderableType
from rich.terminal_theme import TerminalTheme

from talkscli.errors import UsageError
from talkscli.render.clean import GLUE, one_line
from talkscli.render.console import console
from talkscli.store.writing import write

_FONTS = "ui-monospace,'Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace"

# A dark window with a frame of its own, legible on a dark page and on a light one.
_THEME = TerminalTheme(
    (28, 30, 38),
    (220, 223, 228),
    [
        (60, 64, 72), (240, 113, 120), (152, 195, 121), (229, 192, 123),
        (97, 175, 239), (198, 140, 230), (86, 200, 210), (220, 223, 228),
    ],
)  # fmt: skip

_HTML = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>@title@</title>
<style>
body {{ color: {foreground}; background: {background}; margin: 1.5em; }}
pre {{ font: 15px/1.3 @fonts@; }}
{stylesheet}
</style>
</head>
<body>
<pre>{code}</pre>
</body>
</html>
"""

_SVG = """\
<svg class="talks" xmlns="http://www.w3.org/2000/svg" xml:space="preserve"
  viewBox="0 0 {width} {height}" width="{width}">
<style>
.{unique_id}-matrix {{ font-family: @fonts@; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: @fonts@; font-size: 16px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def check_name(path: Path) -> Path:
    """Refuse, before any work is done, a file name that is no picture's. Raises UsageError."""
    if path.suffix.lower() not in {".svg", ".html"}:
        raise UsageError(f"--save {path}: a picture is an .svg or an .html file", "such as --save answer.svg")
    return path


def save(what: RenderableType, path: Path, width: int, title: str) -> None:
    """Draw, always coloured, into the file `path`, which is replaced as a whole. Raises StoreError."""
    page = console(width, colour=True, record=True)
    page.print(what)
    title = one_line(title, width - 10)
    if path.suffix.lower() == ".svg":
        template = _SVG.replace("@fonts@", _FONTS)
        picture = page.export_svg(title=title, theme=_THEME, code_format=template).replace(GLUE, "&#160;")
    else:
        escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;").replace("}", "&#125;")
        template = _HTML.replace("@fonts@", _FONTS).replace("@title@", escaped)
        picture = page.export_html(theme=_THEME, code_format=template).replace(GLUE, " ")
    write(path, picture.encode())
