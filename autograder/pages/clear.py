"""Takes out of an autograded notebook what its learner may not see.

Everything here works in place on a notebook as JSON holds it, with all texts joined to strings.
"""

import builtins
import re
from functools import lru_cache
from typing import Any, NamedTuple

from autograder.pages.language import say

FEEDBACK = "feedback"
"""Key of a cell's metadata under which its page finds what was noted here."""

LEFT_OUT = "This output is left out: it quotes a hidden test."
ANSI = re.compile(r"\x1b\[[0-9;]*m")
FRAME = re.compile(r"\s*Cell In\[(?P<count>\d+)\], line (?P<line>\d+)(?:, in (?P<name>[\w.]+))?")
LITERAL = re.compile(r"""(["'])((?:\\.|(?!\1)[^\\\n])+)\1""")
NUMBER = re.compile(r"(?<![A-Za-z_\d.])\d+(?:\.\d*)?(?:[eE][+-]?\d+)?")
CALL = re.compile(r"[A-Za-z_]\w*\(")
VALUE = re.compile(r"[\d\"'\[]")
DATA_URI = re.compile(r"data:[^\"')\s]*")
LONGEST_SENTENCE = 2000
TELLING = re.compile(r"(?=.*[=(\[\"'])\W*\w+\W+\w.{6,}")
"""A line that would give a hidden test away; ``else:`` or a lone name would not."""


class Regions(NamedTuple):
    """The words around what is the graders' own, as nbgrader is configured.

    Parameters
    ----------
    hidden, scheme : tuple of str
        What opens and what closes a hidden test, and a mark scheme.
    """

    hidden: tuple[str, str] = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
    scheme: tuple[str, str] = ("BEGIN MARK SCHEME", "END MARK SCHEME")


def clear(notebook: dict[str, Any], regions: Regions) -> None:
    """Take out hidden tests and mark schemes: sources, outputs and tracebacks.

    A test that holds hidden lines keeps its name, the sentence of its failure, and of the
    traceback the learner's own lines. Nothing that was printed during it stays: that may be the
    hidden inputs.

    Parameters
    ----------
    notebook : dict
        Changed in place. The metadata of each cell with hidden lines says so under `FEEDBACK`.
    regions : Regions
        The words around what has to go.
    """
    cells = notebook["cells"]
    taken: list[str] = []
    for cell in cells:
        for words in regions:
            cell["source"], gone = _split(cell["source"], *words)
            taken += gone
            if gone and words == regions.hidden:
                cell["metadata"][FEEDBACK] = {"hidden": True}
    censor = _Censor(cells, taken)
    for cell in cells:
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                kept for output in cell["outputs"] if (kept := censor.output(cell, output))
            ]


def is_hidden(cell: dict[str, Any]) -> bool:
    """Whether a cleared cell held hidden lines."""
    return bool(cell["metadata"].get(FEEDBACK, {}).get("hidden"))


def _split(source: str, begin: str, end: str) -> tuple[str, list[str]]:
    """Return a source without its regions, and the lines of these; an open region has no end."""
    if begin not in source:
        return source, []
    kept, gone, inside = [], [], False
    for line in source.split("\n"):
        inside = inside or begin in line
        (gone if inside else kept).append(line)
        inside = inside and end not in line
    return "\n".join(kept), gone


class _Censor:
    """Knows what one notebook hides, and what its learner has seen anyway.

    Parameters
    ----------
    cells : list of dict
        With their sources already without hidden regions.
    taken : list of str
        The lines that were taken out.
    """

    def __init__(self, cells: list[dict[str, Any]], taken: list[str]) -> None:
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        self.visible = "\n".join(cell["source"] for cell in cells)
        self.numbers = set(NUMBER.findall(self.visible))
        lines = sorted({line.strip() for line in taken})
        self.lines = [line for line in lines if TELLING.match(line) and line not in self.visible]
        values = {found[2] for found in LITERAL.finditer("\n".join(taken))}
        self.values = sorted(
            (value for value in values if len(value) > 1 and value not in self.visible),
            key=len,
            reverse=True,
        )
        self.hidden = {str(cell.get("execution_count")) for cell in code if is_hidden(cell)}
        # Only the learner's own cells: what a test looks like is not for a traceback to say.
        self.own = {str(cell.get("execution_count")): cell for cell in code if not _is_test(cell)}

    def output(self, cell: dict[str, Any], output: dict[str, Any]) -> dict[str, Any] | None:
        """Return what may be shown of an output; None where that is nothing."""
        if output["output_type"] == "error":
            counts = {frame["count"] for frame in _frames(output) if frame}
            if is_hidden(cell) or counts & self.hidden or self._quotes_hidden(output):
                output = self._error(output)
        elif is_hidden(cell):
            return None
        if self._quotes_hidden(output):
            return {"output_type": "stream", "name": "stderr", "text": say(LEFT_OUT)}
        return output

    def _quotes_hidden(self, output: dict[str, Any]) -> bool:
        """Whether it shows a line of a hidden test: what ran is known to whoever asks IPython."""
        return any(line in text for text in _texts(output) for line in self.lines)

    def _error(self, output: dict[str, Any]) -> dict[str, Any]:
        """Keep the sentence and the learner's own lines, quoted anew from the cells.

        A frame's own text may hold the values of arguments (IPython's verbose mode).
        """
        own = [
            piece
            for frame in _frames(output)
            if frame and frame["count"] in self.own and (piece := self._quoted(frame))
        ]
        sentence = ANSI.sub("", output["evalue"])[:LONGEST_SENTENCE]
        kind = output["ename"]
        # The words of a check are the author's, meant for the learner. Those of any other error may
        # quote an input or, where the test itself met it, the test.
        if own or (kind != "AssertionError" and hasattr(builtins, kind)):
            sentence = self._masked(sentence)
        else:
            sentence = without_arguments(sentence)
        last = f"{kind}: {sentence}" if sentence else kind
        return {
            "output_type": "error",
            "ename": kind,
            "evalue": sentence,
            "traceback": [*own, last],
        }

    def _quoted(self, frame: re.Match[str]) -> str:
        lines = self.own[frame["count"]]["source"].split("\n")
        number = int(frame["line"])
        if not 1 <= number <= len(lines):
            return ""
        name = frame["name"] or ""
        known = all(re.search(rf"\b{part}\b", self.visible) for part in name.split("."))
        where = f", in {name}" if name and known else ""
        quoted = [
            f"{'--->' if k == number else '    '} {k:3} {lines[k - 1]}".rstrip()
            for k in range(max(1, number - 2), min(len(lines), number + 2) + 1)
        ]
        return "\n".join([f"Cell In[{frame['count']}], line {number}{where}", *quoted])

    def _masked(self, text: str) -> str:
        for value in self.values:
            text = text.replace(value, "…")
        return NUMBER.sub(lambda found: found[0] if found[0] in self.numbers else "…", text)


def without_arguments(text: str) -> str:
    """Return a sentence in which calls are named without the values that they were given."""
    found = CALL.search(text)
    while found:
        end = _closing(text, found.end())
        inside = text[found.end() : end]
        if VALUE.search(inside):
            text, end = f"{text[: found.end()]}…{text[end:]}", found.end() + 1
        found = CALL.search(text, end)
    return text


def _closing(text: str, place: int) -> int:
    """Return where the bracket closes that was opened before `place`; the end, if it does not."""
    depth = 1
    for end in range(place, len(text)):
        depth += (text[end] in "([{") - (text[end] in ")]}")
        if depth == 0:
            return end
    return len(text)


def _is_test(cell: dict[str, Any]) -> bool:
    grading = cell["metadata"].get("nbgrader") or {}
    return is_hidden(cell) or bool(grading.get("grade") and not grading.get("solution"))


def _frames(output: dict[str, Any]) -> list[re.Match[str] | None]:
    return [FRAME.match(ANSI.sub("", piece)) for piece in output["traceback"]]


def _texts(output: dict[str, Any]) -> list[str]:
    """Return everything that an output shows as text."""
    if output["output_type"] == "error":
        return [ANSI.sub("", piece) for piece in (output["evalue"], *output["traceback"])]
    if output["output_type"] == "stream":
        return [output["text"]]
    return [
        _without_pictures(data) if mime == "text/html" else data
        for mime, data in output["data"].items()
        if isinstance(data, str) and (not mime.startswith("image/") or "svg" in mime)
    ]


@lru_cache(maxsize=256)
def _without_pictures(html: str) -> str:
    """Most figures are the same for all learners, and long."""
    return DATA_URI.sub("", html)
