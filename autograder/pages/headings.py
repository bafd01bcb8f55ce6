"""The headings of a notebook, as its feedback page shows them."""

import re
from typing import Any

from markupsafe import Markup

from autograder.pages import markup
from autograder.pages.language import say

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def title_of(notebook: dict[str, Any]) -> str:
    """Return the first heading of a notebook; empty, where it has none."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and (found := headings_of(cell["source"])):
            return found[0]
    return ""


def headings_of(source: str) -> list[str]:
    """Return the headings in a text of Markdown, as plain words."""
    found = HEADING.findall(FENCED.sub("", source))
    return [Markup(markup.markdown(heading)).striptags() for heading in found]


def without_points(heading: str) -> str:
    """Return a heading without the points in brackets at its end."""
    words = "|".join({"point", "points", say("point"), say("points")})
    return re.sub(rf"\s*\(\d+(?:\.\d+)? (?:{words})\)$", "", heading)
