"""Reads a notebook as JSON holds it: nothing here is slow to import."""

import json
from pathlib import Path
from typing import Any


def read_notebook(path: Path) -> dict[str, Any]:
    """Return a notebook as JSON holds it, with its texts joined.

    nbformat would do the same, and check everything against its schema: that takes longer than the
    whole page.
    """
    notebook = json.loads(path.read_bytes())
    if notebook.get("nbformat") != 4:
        import nbformat  # slow to import, and hardly ever needed

        notebook = nbformat.read(path, as_version=4)
    for cell in notebook["cells"]:
        cell["source"] = _joined(cell["source"])
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = _joined(output["text"])
            for mime, data in output.get("data", {}).items():
                if "json" not in mime:
                    output["data"][mime] = _joined(data)
    return notebook


def _joined(text: Any) -> Any:
    return "".join(text) if isinstance(text, list) else text
