"""The outputs of one cell, made from what was reported: checked, capped, as nbformat has them."""

import json
import re
from typing import Any

import nbformat
from nbformat import NotebookNode

ANSI = re.compile(r"\x1b\[[0-9;]*m")
NUMPY_NUMBER = re.compile(r"^np\.(?:float|int|uint)\d+\((.*)\)$")
HALF = re.compile("[\ud800-\udfff]")
TRUNCATED = "... Output truncated ...\n"
MIME = re.compile(r"^[a-z0-9.+-]+/[a-zA-Z0-9.+-]+$")
EACH = 64
"""Bytes that even an empty output is counted for."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Outputs:
    """Collects what one cell shows.

    Parameters
    ----------
    most : int
        Bytes that are kept.
    count : int
        The cell's execution count.
    displays : dict or None
        Display id -> outputs of that id, in all cells of the notebook.
    """

    def __init__(
        self, most: int, count: int, displays: dict[str, list[dict]] | None = None
    ) -> None:
        self.most = most
        self.count = count
        self.size = 0
        self.items: list[dict] = []
        self._displays = {} if displays is None else displays
        self._clear_next = False
        self._full = False

    def add(self, told: Any) -> None:
        """Take one output; what is none is left out."""
        if not isinstance(told, dict):
            return
        kind = told.get("output_type")
        if kind == "clear_output":
            self._cleared(told)
            return
        made = _whole(_made(told, self.count))
        if made is None or made.get("text") == "":
            return
        if self._clear_next:
            self._emptied()
        if _display_id(told):
            self._updated(told, made)
        if kind == "update_display_data":
            return
        size = _size(made)
        if self._full or self.size + size > self.most:
            self._overflow(made)
            return
        self.size += size
        last = self.items[-1] if self.items else None
        if last and kind == last["output_type"] == "stream" and made["name"] == last["name"]:
            last["text"] += made["text"]
            return
        self.items.append(made)
        if _display_id(told):
            self._displays.setdefault(_display_id(told), []).append(made)

    def error(self, name: str, text: str) -> None:
        """Add an error of the engine's own, as nbclient shows a timeout."""
        self.items.append(
            {
                "output_type": "error",
                "ename": name,
                "evalue": text if name != "CellTimeoutError" else "",
                "traceback": [f"\x1b[0;31m{name}\x1b[0m: {text}"],
            }
        )

    def has_error(self) -> bool:
        """Whether an error is among them."""
        return any(item["output_type"] == "error" for item in self.items)

    def message(self) -> str:
        """Return the last line of the first error, in plain text."""
        for item in self.items:
            if item["output_type"] == "error":
                text = f"{item['ename']}: {item['evalue']}" if item["evalue"] else item["ename"]
                return ANSI.sub("", text)[:2000]
        return "The test did not run to its end."

    def ending(self) -> dict:
        """Tell what the cell ends with, as `score` reads it: a number is partial credit."""
        for item in self.items:
            if item["output_type"] == "execute_result":
                text = item["data"].get("text/plain", "")
                try:
                    number = float(NUMPY_NUMBER.sub(r"\1", text))
                except (TypeError, ValueError):
                    return {"ending": "something", "value": None}
                return {"ending": "number", "value": number}
        return {"ending": "nothing", "value": None}

    def notebook_outputs(self) -> list[NotebookNode]:
        """Return the outputs as cells hold them."""
        return [nbformat.from_dict(item) for item in self.items]

    def _cleared(self, told: dict) -> None:
        if told.get("wait"):
            self._clear_next = True
        else:
            self._emptied()

    def _emptied(self) -> None:
        self.items = []
        self.size, self._full, self._clear_next = 0, False, False

    def _updated(self, told: dict, made: dict) -> None:
        """Show something else in the place of an earlier display."""
        for item in self._displays.get(_display_id(told), []):
            change = _size(made) - _size(item)
            if self.size + change <= self.most:
                self.size += change
                item["data"], item["metadata"] = made["data"], made["metadata"]

    def _overflow(self, made: dict) -> None:
        """Keep an error, whatever its size; cut a text; leave the rest out, and say so once."""
        if made["output_type"] == "error":
            if not self.has_error():
                made["evalue"] = made["evalue"][:2000]
                made["traceback"] = [made["evalue"]]
                self.items.append(made)
        elif not self._full and self.most:
            self._full = True
            text = made.get("text", "")[: max(self.most - self.size, 0)]
            note = {"output_type": "stream", "name": "stdout", "text": f"{text}\n{TRUNCATED}"}
            self.items.append(note)


def _whole(made: dict | None) -> dict | None:
    """Replace halves of characters, which JSON can hold and no file."""
    text = json.dumps(made, ensure_ascii=False)
    return made if not HALF.search(text) else json.loads(HALF.sub("?", text))


def _made(told: dict, count: int) -> dict | None:
    """Return an output with the fields of its kind and no others, or None if it is malformed."""
    kind = told.get("output_type")
    if kind == "stream":
        name = "stderr" if told.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": str(told.get("text", ""))}
    if kind == "error":
        trace = told.get("traceback")
        return {
            "output_type": kind,
            "ename": str(told.get("ename", "Error"))[:200],
            "evalue": str(told.get("evalue", "")),
            "traceback": [str(line) for line in trace] if isinstance(trace, list) else [],
        }
    if kind in ("display_data", "execute_result", "update_display_data"):
        made = {
            "output_type": "display_data" if kind == "update_display_data" else kind,
            "data": _bundle(told.get("data")),
            "metadata": _metadata(told.get("metadata")),
        }
        if kind == "execute_result":
            made["execution_count"] = count
        return made
    return None


def _bundle(told: Any) -> dict:
    if not isinstance(told, dict):
        return {}
    return {
        mime: data
        for mime, data in told.items()
        if isinstance(mime, str)
        and MIME.match(mime)
        and mime != WIDGET_VIEW
        and (isinstance(data, str) or mime.endswith("json"))
    }


def _metadata(told: Any) -> dict:
    if not isinstance(told, dict):
        return {}
    return {str(key): value for key, value in told.items() if isinstance(value, dict)}


def _display_id(told: dict) -> str:
    transient = told.get("transient")
    found = transient.get("display_id") if isinstance(transient, dict) else None
    return found if isinstance(found, str) else ""


def _size(made: dict) -> int:
    """Return about how many bytes an output takes in a notebook."""
    if made["output_type"] == "stream":
        return len(made["text"])
    return len(json.dumps(made)) + EACH
