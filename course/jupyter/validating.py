"""Validate on a desk: says of each exercise whether it passes, in the exercise's own words."""

import asyncio
import json
from html import escape
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import DeadKernelError
from nbgrader.apps import NbGrader
from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError
from nbgrader.server_extensions.validate_assignment import handlers as stock
from nbgrader.utils import determine_grade, is_grade, is_solution
from nbgrader.validator import Validator
from tornado import web
from traitlets.config import Config

from course.desk.exercises import errors, sentence, titled

UNDO = (
    "Undo the change there (Edit, Undo), or lay a fresh copy with `course reset`, which keeps your "
    "work under another name."
)
UNANSWERED = "You have not written anything yet. A person reads this answer."


class DeskValidator(Validator):
    """nbgrader's validator, which gives what failed by exercise, with its sentence."""

    def validate(self, filename: str) -> dict[str, list[dict[str, str]]]:
        """Run a notebook from its top and say what failed.

        The process's own folder is left alone: this runs in a thread of JupyterLab's server.

        Parameters
        ----------
        filename : str
            The notebook.

        Returns
        -------
        dict
            As nbgrader's panel expects it: ``type_changed``, ``changed`` or ``failed``, or nothing.
        """
        book = nbformat.read(filename, as_version=nbformat.current_nbformat)
        titles = {id(cell): title for title, cell in titled(book.cells)}
        changed = self._get_type_changed_cells(book)
        if changed:
            return {
                "type_changed": [
                    {
                        "source": _where(titles, cell),
                        "old_type": cell.metadata.nbgrader.cell_type,
                        "new_type": cell.cell_type,
                    }
                    for cell in changed
                ]
            }
        changed = [_where(titles, cell) for cell in self._get_changed_cells(book)]
        if changed:
            return {"changed": [{"source": where} for where in changed]}
        book = self.run(book, Path(filename).parent)
        titles = [title for title, _ in titled(book.cells)]
        return self._by_exercise(list(zip(titles, book.cells, strict=True)))

    def opened(self, filename: str) -> tuple[nbformat.NotebookNode, list[tuple[str, str, str]]]:
        """Read a notebook, and say which of its tests were changed and are therefore not run.

        Parameters
        ----------
        filename : str
            The notebook.

        Returns
        -------
        book : nbformat.NotebookNode
        changed : list of (str, str, str)
            The exercise's title, the cell's name, and what to do.
        """
        book = nbformat.read(filename, as_version=nbformat.current_nbformat)
        titles = {id(cell): title for title, cell in titled(book.cells)}
        changed = self._get_type_changed_cells(book) or self._get_changed_cells(book)
        return book, [
            (titles[id(cell)], cell.metadata.nbgrader.grade_id, f"This cell was changed. {UNDO}")
            for cell in changed
        ]

    def run(self, book: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
        """Run a notebook's cells in a folder; return it with its outputs."""
        resources = {"metadata": {"path": str(folder)}}
        for kind in self.preprocessors:
            book, resources = kind(parent=self).preprocess(book, resources)
        return book

    def _by_exercise(self, cells: list[tuple[str, nbformat.NotebookNode]]) -> dict:
        failed, passed, stopped = [], [], {}
        for title, cell in cells:
            if is_solution(cell):
                stopped.setdefault(title, []).extend(errors(cell))
            if not is_grade(cell):
                continue
            score, most = determine_grade(cell, self.log)
            if score is None or score >= most:
                passed += [title] if title not in passed else []
                continue
            text = UNANSWERED if is_solution(cell) else sentence(cell, stopped.get(title, ()))
            text = text or "It passes some of its tests, not all of them."
            failed.append({"title": title, "name": cell.metadata.nbgrader.grade_id, "text": text})
        if not failed:
            return {}
        names = {each["title"] for each in failed}
        return {"failed": _told(failed, [title for title in passed if title not in names])}


class ValidateHandler(stock.ValidateAssignmentHandler):
    """Answers the button, in a thread: a loop without end does not hold up JupyterLab."""

    @web.authenticated
    async def post(self) -> None:
        """Validate the notebook that the button belongs to."""
        # The notebook's button puts the path into the address, the Assignment List's into the body.
        path = self.get_argument("path", "") or self.get_json_body()["path"]
        loop = asyncio.get_running_loop()
        output = await loop.run_in_executor(None, self.validate_notebook, path)
        self.settings["course_progress_page"].renew()
        self.finish(json.dumps(output))

    def validate_notebook(self, path: str) -> dict:
        """Run a notebook's tests; what keeps them from running is told in one sentence."""
        root = Path(self.root_dir).resolve()
        target = (root / path).resolve()
        if not target.is_relative_to(root):
            raise web.HTTPError(403, "The notebook lies outside the desk.")
        try:
            found = DeskValidator(config=self.load_config()).validate(str(target))
        except Exception as error:  # whatever a notebook may hold: the panel shows the sentence
            self.log.warning("%s cannot be validated: %r", target.name, error)
            return {"success": False, "value": explained(error, target)}
        return {"success": True, "value": found}

    def load_config(self):
        """Read nbgrader's configuration, as the stock handler does."""
        return nbgrader_config()


def nbgrader_config() -> Config:
    """Read nbgrader's configuration, as it holds on this desk."""
    app = NbGrader(log_level="ERROR")
    app.load_config_file()
    return app.config


def _told(failed: list[dict[str, str]], passed: list[str]) -> list[dict[str, str]]:
    """Return entries for nbgrader's panel; the last one also says what passes."""
    told = [
        {
            "source": f"{each['title']} ({each['name']})",
            "error": f'<span style="white-space: pre-wrap">{escape(each["text"])}</span>',
            "raw_error": each["text"],
        }
        for each in failed
    ]
    if passed:
        last = told[-1]
        lines = "\n".join(passed)
        last["raw_error"] += f"\n\nThese pass:\n{lines}"
        rest = f"\n\nThese pass:\n{escape(lines)}"
        last["error"] = last["error"].replace("</span>", f"{rest}</span>")
    return told


def _where(titles: dict[int, str], cell: nbformat.NotebookNode) -> str:
    return f"{cell.metadata.nbgrader.grade_id}, in {titles[id(cell)]}\n{UNDO}"


def explained(error: Exception, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path.name} is not there any more: was it renamed?"
    if isinstance(error, SchemaTooOldError | SchemaTooNewError):
        return f"{path.name} was made for another release of nbgrader: {error}"
    if isinstance(error, NoSuchKernel):
        return f"{path.name} asks for a kernel that is not there ({error})."
    if isinstance(error, DeadKernelError):
        return "The kernel died while it ran the notebook: does it need too much memory?"
    return f"{path.name} cannot be run: {error}"
