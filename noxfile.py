"""What is checked, one session each: `nox` runs them all, `nox -s lint types` some, `nox -l` lists them.

`.ci/run` runs them in a copy of the project, on a machine where nothing was installed.
"""

import re
from pathlib import Path

import nox

SHOWN = {  # what each of the three commands has to show, wherever the wheel is installed
    ("ask", "why did ceasefire fail"): "Ukrainian officials",
    ("timeline",): "2014",
    ("who", "medinski"): "Vladimir Medinski",
}

PAGE = """<!doctype html><html><head><title>The bridge of Holm</title></head><body><article><h1>The bridge of Holm</h1>
<p>The new bridge of Holm was opened on 3 May 2021. It cost 84 million euros, more than the council had planned.</p>
<p>The mayor, Oda Berg, said that it would bring the two halves of the town together.</p></article></body></html>"""

nox.options.sessions = ["lint", "types", "coverage", "wheel", "lowest"]
nox.options.error_on_external_run = True


@nox.session
def format(session: nox.Session) -> None:  # noqa: A001
    """Write the code in the one form, and mend what can be mended without thought."""
    session.install("ruff>=0.8")
    session.run("ruff", "check", "--fix", ".")
    session.run("ruff", "format", ".")


@nox.session
def lint(session: nox.Session) -> None:
    """See that the code is in the one form and free of known faults."""
    session.install("ruff>=0.8")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package, of tools and of benchmarks."""
    session.install("-e", ".", "mypy>=1.13", "nox")
    session.run("mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the quick tests, or what is named: `nox -s tests -- tests/test_cli.py`."""
    session.install("-e", ".[html,test]")
    session.run("pytest", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """Run the slow tests: any input, a real terminal, killed processes."""
    session.install("-e", ".[html,test]")
    session.run("pytest", "-m", "slow", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests, the slow ones too, and see that they reach nearly every branch (fail_under in pyproject.toml)."""
    session.install("-e", ".[html,test]")
    session.run("pytest", "-m", "", "--cov", "--cov-report=term", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Make the sdist, the wheel from the sdist, and try the wheel in an environment and a folder of its own."""
    session.install("build>=1.2")
    folder = Path(session.create_tmp()).resolve()
    for old in folder.glob("*/*.whl"):
        old.unlink()
    session.run("python", "-m", "build", "--outdir", str(folder / "dist"), silent=True)
    (made,) = (folder / "dist").glob("*.whl")
    session.run("python", "-m", "venv", "--clear", str(folder / "user"))
    user = folder / "user" / "bin"
    session.run(str(user / "pip"), "install", "-q", str(made), external=True)
    session.chdir(folder)
    for command, expected in SHOWN.items():
        shown = session.run(str(user / "talks"), *command, external=True, silent=True)
        print(shown)
        if expected not in str(shown):
            session.error(f"talks {' '.join(command)} does not show {expected}")
    session.run(str(user / "talks"), "ask", "how do i exit vim", external=True, silent=True, success_codes=[1])
    session.run(str(user / "pip"), "install", "-q", f"{made}[html]", external=True)  # the pip that Python brings
    (folder / "page.html").write_text(PAGE, "utf-8")
    session.run(str(user / "talks"), "build", "page.html", "-o", "page.json", "--replace", external=True)
    session.run(str(user / "talks"), "ask", "--store", "page.json", "what did the bridge cost", external=True)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the quick tests with the lowest version of each dependency that pyproject.toml allows."""
    project = nox.project.load_toml("pyproject.toml")["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["html"]]
    session.install("--only-binary", ":all:", *(re.sub(r">=([\w.]+).*", r"==\1", each) for each in wanted))
    session.install("-e", ".[html,test]")
    session.run("pytest", *session.posargs)
