"""The feedback that lies on a desk: nbgrader fetches it to ``UNIT/feedback/TIME/UNIT.html``."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

_CELL = re.compile(r"(?:Test|Your answer|Task) (\S+)")
_EARNED = re.compile(r"(-?\d+(?:\.\d+)?) of \d+(?:\.\d+)? points?")


@dataclass(frozen=True)
class Feedback:
    """What a feedback page says.

    Parameters
    ----------
    path : pathlib.Path
        The page.
    handed_in : datetime.datetime or None
        When the notebook was handed in; None where the folder's name does not say it.
    scores : dict
        Test -> points; what waits for a person is not among them.
    """

    path: Path
    handed_in: datetime | None
    scores: dict[str, float] = field(default_factory=dict)


def latest_feedback(folder: Path, unit: str) -> Feedback | None:
    """Return a unit's newest feedback, or None where there is none that can be read.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder on the desk.
    unit : str
        The unit's name.
    """
    pages = sorted(folder.glob(f"feedback/*/{unit}.html"), key=lambda page: page.parent.name)
    if not pages:
        return None
    page = _Page()
    try:
        page.feed(pages[-1].read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return Feedback(pages[-1], handed_in(pages[-1].parent.name), page.scores)


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
    """Reads the points that stand beside each test; of a page with another layout, nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.scores: dict[str, float] = {}
        self._cell = ""
        self._label: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "section":
            match = _CELL.fullmatch(found.get("aria-label") or "")
            self._cell = match[1] if match else ""
        elif tag == "p" and self._cell and found.get("class") == "label":
            self._label = []

    def handle_data(self, data: str) -> None:
        if self._label is not None:
            self._label.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and self._label is not None:
            earned = _EARNED.search(" ".join(self._label))
            if earned:
                self.scores[self._cell] = float(earned[1])
            self._cell, self._label = "", None
