"""Quotation marks: what stands between them."""

import re

QUOTED = re.compile(r"“([^“”\n]{2,2000})”|\"([^\"“”\n]{2,2000})\"|„([^„“”\"\n]{2,2000})[“”\"]|«([^«»\n]{2,2000})»")
