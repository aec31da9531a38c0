"""How a line of a text begins that is no prose: an item of a list, code, the fence around code."""

import re

CODE_INDENT = "    "
"""Begins each line of code."""
FENCE = re.compile(r"\s*(?:```|~~~)")
ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,5}[.)]|[a-z]\))\s+(?=\S)")
"""An item of a list, as texts of facts and of documents have it; what plain text may begin items with is more."""
