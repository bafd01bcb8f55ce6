"""Does every picture say in words what it shows?"""

import re
from html.parser import HTMLParser

from nbformat import NotebookNode

PICTURES = ("image/png", "image/jpeg", "image/svg+xml")
FEWEST_WORDS = 5
REMEDY = f"say in a full sentence ({FEWEST_WORDS} words or more, a full stop) what is to be seen"
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)
MARKDOWN_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\s*[\[(]")


def is_sentence(text: str | None) -> bool:
    """Whether a text alternative is at least a full sentence."""
    words = (text or "").split()
    return len(words) >= FEWEST_WORDS and words[-1].rstrip("\"')\u201d\u2019").endswith(
        (".", "!", "?")
    )


class _Pictures(HTMLParser):
    """Counts the pictures in HTML, and those that have no text alternative."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = self.silent = 0
        self.depth = 0
        self.label: str | None = None
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self._note(given.get("alt") or given.get("aria-label"))
        elif tag == "svg":
            self.depth += 1
            if self.depth == 1:
                self.label = given.get("aria-label") or ""
        elif tag == "title":
            self.in_title = not self.label

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.label = (self.label or "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False
        elif tag == "svg" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self._note(self.label)

    def _note(self, alternative: str | None) -> None:
        self.seen += 1
        self.silent += not is_sentence(alternative)


def pictures_in_html(html: str) -> tuple[int, int]:
    """Count the pictures in a piece of HTML.

    Parameters
    ----------
    html : str

    Returns
    -------
    seen, silent : int
        How many there are, and how many of them lack a text alternative.
    """
    pictures = _Pictures()
    pictures.feed(html)
    pictures.close()
    return pictures.seen, pictures.silent


def shows_picture(output: NotebookNode) -> bool:
    """Whether a cell's output holds a picture."""
    data = output.get("data", {})
    return (
        any(mime in data for mime in PICTURES) or pictures_in_html(data.get("text/html", ""))[0] > 0
    )


def output_fault(output: NotebookNode) -> str | None:
    """Say what is wrong with a cell's output as a picture, None if nothing is."""
    data = output.get("data", {})
    seen, silent = pictures_in_html(data.get("text/html", ""))
    if silent:
        return f"a figure without a text alternative: {REMEDY}, in the alt of its <img>."
    kind = next((mime for mime in PICTURES if mime in data), None)
    if kind is not None and not seen:
        # JupyterLab and nbconvert drop whatever else came with such an output.
        return (
            f"a figure without a text alternative: its {kind} output can carry none. "
            f"Show it as HTML with <img alt=...>, and {REMEDY}."
        )
    return None


def markdown_faults(source: str) -> list[tuple[int, str]]:
    """Find the pictures in a markdown cell that have no text alternative.

    Parameters
    ----------
    source : str
        The cell's source.

    Returns
    -------
    list of (int, str)
        Place of the line, counted from 0, and what is wrong.
    """
    # What stands in code is shown, not drawn; blank it out and keep the line breaks.
    prose = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), source)
    faults = []
    for picture in MARKDOWN_PICTURE.finditer(prose):
        if not is_sentence(picture["alt"]):
            place = prose.count("\n", 0, picture.start())
            faults.append((place, f"a figure without a text alternative: {REMEDY}, in ![...]."))
    if pictures_in_html(prose)[1]:
        place = prose.count("\n", 0, re.search(r"<(img|svg)", prose, re.IGNORECASE).start())
        faults.append((place, f"a figure without a text alternative: {REMEDY}, in its alt."))
    return faults
