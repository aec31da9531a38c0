"""Pictures: SVG and HTML."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def saved(talks: Callable[..., Any], store_file: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Give a function that saves the timeline as a picture."""

    def save(name: str) -> Path:
        path = tmp_path / name
        outcome = talks("timeline", "--store", store_file, "--save", path)
        assert outcome.code == 0
        assert "saved" in outcome.err
        assert "How long was the Strait blocked?" in outcome.out
        return path

    return save


def test_svg_is_what_the_screen_shows(saved: Callable[[str], Path]) -> None:
    """An SVG holds every word of the screen, and is XML."""
    root = ET.parse(saved("a.svg")).getroot()
    told = "".join(root.itertext()).replace("\xa0", " ")
    assert "How long was the Strait blocked?" in told
    assert "talks timeline" in told


def test_pictures_load_nothing(saved: Callable[[str], Path]) -> None:
    """Neither SVG nor HTML names anything on the network but the namespace of SVG."""
    for name in ("a.svg", "a.html"):
        text = saved(name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text
        assert "https:" not in text
        assert "@import" not in text
        assert "<script" not in text


def test_pictures_are_coloured_in_a_pipe_too(saved: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture has colours whatever the terminal has."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert "#c68ce6" in saved("a.svg").read_text(encoding="utf-8")
    assert "#c68ce6" in saved("a.html").read_text(encoding="utf-8")


def test_a_picture_replaces_the_file(saved: Callable[[str], Path], tmp_path: Path) -> None:
    """What stood in the file before is gone as a whole, and nothing else is left behind."""
    (tmp_path / "a.svg").write_text("old" * 100_000)
    assert saved("a.svg").read_text(encoding="utf-8").startswith("<svg")
    assert [path.name for path in tmp_path.glob("*.*") if path.is_file()] == ["a.svg"]


def test_the_same_screen_is_the_same_picture(saved: Callable[[str], Path]) -> None:
    """Saving twice gives the same bytes, so that a repository shows no change."""
    assert saved("a.svg").read_bytes() == saved("b.svg").read_bytes().replace(b"b.svg", b"a.svg")


def test_other_names_are_refused(talks: Callable[..., Any], store_file: Path, tmp_path: Path) -> None:
    """A name that is no picture's is wrong usage, and nothing is written."""
    outcome = talks("timeline", "--store", store_file, "--save", tmp_path / "a.pdf")
    assert outcome.code == 2
    assert "svg" in outcome.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_folder_that_is_not_there_is_told(talks: Callable[..., Any], store_file: Path, tmp_path: Path) -> None:
    """A picture that can't be written is exit 3 with a reason."""
    outcome = talks("timeline", "--store", store_file, "--save", tmp_path / "none" / "a.svg")
    assert outcome.code == 3
    assert "can't be written" in outcome.err


BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(BROWSER is None, reason="needs a browser")
@pytest.mark.parametrize("name", ["a.svg", "a.html"])
def test_a_browser_draws_it(saved: Callable[[str], Path], name: str, tmp_path: Path) -> None:
    """A browser parses the picture without an error and shows its text."""
    assert BROWSER
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path}/profile",
        "--dump-dom",
    ]
    shown = subprocess.run([*command, f"file://{saved(name)}"], capture_output=True, text=True, timeout=60, check=True)
    assert "From the autumn" in shown.stdout.replace("&nbsp;", " ").replace("\xa0", " ").replace("&#160;", " ")
    assert "parsererror" not in shown.stdout
