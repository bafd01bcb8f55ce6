"""The feedback that lies on a desk: nbgrader fetches it to ``UNIT/feedback/TIME/NOTEBOOK.html``."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

_CELL = re.compile(r"(?:Test|Your answer|Task) (\S+)")
NOT_BEGUN = "not begun"
"""Stands beside the points of a test whose answer was handed in as it was laid."""

_EARNED = re.compile(r"(-?\d+(?:\.\d+)?) of \d+(?:\.\d+)? points?")


@dataclass(frozen=True)
class Feedback:
    """What the feedback pages of one attempt say.

    Parameters
    ----------
    pages : dict
        Notebook -> its page.
    handed_in : datetime.datetime or None
        When it was handed in; None where the folder's name does not say it.
    scores : dict
        Test -> points; neither what waits for a person nor what was not begun is among them.
    not_begun : set of str
        Tests whose answer was handed in as it was laid.
    """

    pages: dict[str, Path]
    handed_in: datetime | None
    scores: dict[str, float] = field(default_factory=dict)
    not_begun: set[str] = field(default_factory=set)


def latest_feedback(folder: Path, notebook: str = "*") -> Feedback | None:
    """Return a unit's newest feedback, or None where there is none that can be read.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder on the desk.
    notebook : str
        Only pages of this one count; of all notebooks unless given.
    """
    found = list(folder.glob(f"feedback/*/{notebook}.html"))
    if not found:
        return None
    attempt = max(path.parent.name for path in found)
    return read_feedback(folder / "feedback" / attempt, notebook)


def read_feedback(attempt: Path, notebook: str = "*") -> Feedback | None:
    """Return the feedback of one attempt, or None where there is none that can be read.

    Parameters
    ----------
    attempt : pathlib.Path
        The folder of its pages, which is called by its time.
    notebook : str
        As in `latest_feedback`.
    """
    pages = {path.stem: path for path in sorted(attempt.glob(f"{notebook}.html"))}
    found = Feedback(pages, handed_in(attempt.name))
    try:
        for path in pages.values():
            page = _read_page(path, path.stat().st_mtime_ns)
            found.scores.update(page.scores)
            found.not_begun.update(page.not_begun)
    except OSError:
        return None
    return found


@lru_cache(maxsize=256)
def _read_page(path: Path, changed: int) -> "_Page":
    """Read a page, again only after it has `changed`: a list of all attempts asks for each anew."""
    page = _Page()
    page.feed(path.read_text(encoding="utf-8", errors="replace"))
    return page


def handed_in(text: str) -> datetime | None:
    """Read nbgrader's time stamp, such as ``2026-11-20 16:05:12.123456 UTC``.

    Parameters
    ----------
    text : str
        The stamp. Another zone than UTC is not understood: None is returned.
    """
    for form in ("%Y-%m-%d %H:%M:%S.%f UTC", "%Y-%m-%d %H:%M:%S UTC"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


class _Page(HTMLParser):
    """Reads the points of each test; of a page with another layout, nothing.

    Older pages, which may lie on a desk, say them in words alone, in English.
    """

    def __init__(self) -> None:
        super().__init__()
        self.scores: dict[str, float] = {}
        self.not_begun: set[str] = set()
        self._cell = ""
        self._label: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "section" and "data-cell" in found:
            self._read(found)
        elif tag == "section":
            match = _CELL.fullmatch(found.get("aria-label") or "")
            self._cell = match[1] if match else ""
        elif tag == "p" and self._cell and found.get("class") == "label":
            self._label = []

    def _read(self, found: dict[str, str | None]) -> None:
        """Take what a page tells a desk, in whatever language it speaks."""
        cell, self._cell = found["data-cell"] or "", ""
        if "data-not-begun" in found:
            self.not_begun.add(cell)
        elif "data-earned" in found:
            self.scores[cell] = float(found["data-earned"] or 0)

    def handle_data(self, data: str) -> None:
        if self._label is not None:
            self._label.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and self._label is not None:
            label = " ".join(self._label)
            earned = _EARNED.search(label)
            if NOT_BEGUN in label:
                self.not_begun.add(self._cell)
            elif earned:
                self.scores[self._cell] = float(earned[1])
            self._cell, self._label = "", None
