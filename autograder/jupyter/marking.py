"""How a submission is shown on the Formgrader's page for marking by hand."""

import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from autograder.pages import markup

SCHEME = re.compile(r"^.*\bBEGIN MARK SCHEME\b.*$", re.MULTILINE)
MARKER = re.compile(
    r"^.*\b(?:BEGIN|END) (?:MARK SCHEME|HIDDEN TESTS|SOLUTION)\b.*\n?", re.MULTILINE
)


class MarkingView(Preprocessor):
    """Sets formulas without a script, and shows no markers of nbgrader's.

    What a learner wrote is made safe on the way, as on a feedback page.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Change what is shown of one cell; nothing is saved."""
        if "submission_id" not in resources:
            return cell, resources  # feedback, which has its own ways
        if cell.cell_type == "markdown":
            text = markup.with_attachments(cell.source, cell.get("attachments", {}))
            text = MARKER.sub("", SCHEME.sub("\n**Mark scheme**\n", text))
            # On one line, as a blank one would end the HTML for what reads it as Markdown.
            shown = str(markup.markdown(text)).strip().replace("\n", "&#10;")
            cell.source = f"<div>{shown}</div>"
        elif cell.cell_type == "code":
            cell.source = MARKER.sub("", cell.source)
        return cell, resources
