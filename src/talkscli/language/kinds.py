"""The kinds of things that have names."""

from typing import Literal

Kind = Literal["person", "country", "organisation", "place"]
