"""A feedback page says what a hidden test found, and does not show the test."""

import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests

ANSI = re.compile(r"\x1b\[[0-9;]*m")
FRAME = re.compile(r"\s*(Cell In\[(?P<count>\d+)\]|File )")


class ClearHiddenTestsAndTracebacks(ClearHiddenTests):
    """Takes hidden tests out of an autograded notebook: out of its cells and out of its tracebacks.

    nbgrader's ``ClearHiddenTests`` empties the cells, but the error of a failed test quotes the
    lines around the failure. The error's name and message stay, and so do the frames in the
    learner's own cells and in files.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Clear a notebook in place: the tracebacks first, while the cells still tell."""
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        hidden = {
            str(cell.execution_count) for cell in code if self.begin_test_delimeter in cell.source
        }
        for cell in code:
            for output in cell.outputs:
                if output.output_type == "error":
                    _clear(output, str(cell.execution_count), hidden)
        return super().preprocess(nb, resources)


def _clear(output: NotebookNode, count: str, hidden: set[str]) -> None:
    """Keep of a traceback that meets a hidden test what is known to quote none."""
    frames = [FRAME.match(ANSI.sub("", piece)) for piece in output.traceback]
    counts = [frame["count"] if frame else None for frame in frames]
    if not hidden & {count, *counts}:
        return
    kept = [
        piece
        for piece, frame, count in zip(output.traceback, frames, counts, strict=True)
        if frame and count not in hidden
    ]
    output.traceback = [*kept, f"{output.ename}: {output.evalue}"]
