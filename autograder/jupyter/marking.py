"""How a submission is shown on the Formgrader's page for marking by hand."""

import html
import re
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from autograder.engine.submission.results import read_result
from autograder.pages import markup

SCHEME = re.compile(r"^.*\bBEGIN MARK SCHEME\b.*$", re.MULTILINE)
MARKER = re.compile(
    r"^.*\b(?:BEGIN|END) (?:MARK SCHEME|HIDDEN TESTS|SOLUTION)\b.*\n?", re.MULTILINE
)
ABOVE = "*The answer stands above.*"


class MarkingView(Preprocessor):
    """Puts question, scheme, answer, and the fields to mark it in this order; nothing is saved.

    On top stands what the engine found: signs of tampering, and cells that reached a limit.

    Formulas are set without a script, nbgrader's markers are not shown, and what a learner wrote is
    made safe, as on a feedback page.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Change what is shown of a submission; other notebooks stay as they are."""
        if "submission_id" not in resources:
            return nb, resources  # feedback, which has its own ways
        nb.cells = _answers_before_fields(nb.cells)
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                cell.source = _set(cell)
            elif cell.cell_type == "code":
                cell.source = MARKER.sub("", cell.source)
        nb.cells = [*_findings(resources), *nb.cells]
        return nb, resources


def _findings(resources: dict[str, Any]) -> list[NotebookNode]:
    """What the engine found in a submission, on top: why it is flagged, and which cells stopped."""
    folder = resources.get("metadata", {}).get("path")
    told = (read_result(Path(folder)) if folder else None) or {}
    texts = [str(each.get("text")) for kind in ("flags", "stops") for each in told.get(kind, ())]
    lines = "".join(f"<li>{html.escape(' '.join(text.split()))}</li>" for text in texts)
    if not lines:
        return []
    title = "<p><strong>To look at, in this submission</strong></p>"
    return [new_markdown_cell(f'<div class="findings">{title}<ul>{lines}</ul></div>')]


def _answers_before_fields(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Let the fields of a task, which nbgrader has below its question, follow upon the answer."""
    ordered, rest = [], list(cells)
    while rest:
        cell = rest.pop(0)
        if not _about(cell).get("task") or not rest or _about(rest[0]):
            ordered.append(cell)
            continue
        answer, question = rest.pop(0), cell.source
        if answer.cell_type == "markdown":
            cell.source, cell.attachments = answer.source, answer.get("attachments", {})
            ordered += [new_markdown_cell(question), cell]
        else:
            cell.source = ABOVE
            ordered += [new_markdown_cell(question), answer, cell]
    return ordered


def _about(cell: NotebookNode) -> dict[str, Any]:
    return cell.metadata.get("nbgrader", {})


def _set(cell: NotebookNode) -> str:
    text = markup.with_attachments(cell.source, cell.get("attachments", {}))
    text = MARKER.sub("", SCHEME.sub("\n**Mark scheme**\n", text))
    # On one line, as a blank one would end the HTML for what reads it as Markdown.
    shown = str(markup.markdown(text)).strip().replace("\n", "&#10;")
    return f"<div>{shown}</div>"
