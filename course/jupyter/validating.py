"""Validate on a desk: says of each exercise whether it passes, in the exercise's own words."""

import asyncio
import json
from html import escape
from pathlib import Path

from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import DeadKernelError
from nbgrader.apps import NbGrader
from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError
from nbgrader.server_extensions.validate_assignment import handlers as stock
from tornado import web
from traitlets.config import Config

from course.desk.checking import PASSES, Line, check_notebook
from course.language import say

NOTHING_WRONG = "Nothing that is checked here fails."
MARKS = {"passed": "\u2713", "by hand": "\u2013", "later": "\u2013", "wrong": "!"}
PLAIN = (
    "<style>#validation-message p {{display: none}}</style>"
    '<span style="white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere">{}</span>'
)


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
            raise web.HTTPError(403, say("The notebook lies outside the desk."))
        try:
            found = as_panel(check_notebook(target, self.load_config()))
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


def as_panel(lines: list[Line]) -> dict[str, list[dict[str, str]]]:
    """Return lines in the form that nbgrader's panel shows.

    The panel knows failures, one below the other, or a success without a word: one entry holds all
    lines, and the panel's own heading, which would call each of them a failed cell, is not shown.

    Parameters
    ----------
    lines : list of Line
        One an exercise.
    """
    if any(line.verdict == "changed" for line in lines):
        return {"changed": [{"source": line.text} for line in lines]}
    if all(line.verdict == "passed" and line.text == say(PASSES) for line in lines):
        return {}
    wrong = sum(line.verdict == "wrong" for line in lines)
    head = (
        say("{wrong} of {lines} exercises: look again.", wrong=wrong, lines=len(lines))
        if wrong
        else say(NOTHING_WRONG)
    )
    text = "\n".join(f"{MARKS[line.verdict]} {line.title}: {line.text}" for line in lines)
    return {"failed": [{"source": head, "error": PLAIN.format(escape(text)), "raw_error": text}]}


def explained(error: Exception, path: Path) -> str:
    """Say in one sentence why a notebook cannot be run."""
    if isinstance(error, FileNotFoundError):
        return say("{name} is not there any more: was it renamed?", name=path.name)
    if isinstance(error, SchemaTooOldError | SchemaTooNewError):
        return say(
            "{name} was made for another release of nbgrader: {error}", name=path.name, error=error
        )
    if isinstance(error, NoSuchKernel):
        return say(
            "{name} asks for a kernel that is not there ({error}).", name=path.name, error=error
        )
    if isinstance(error, DeadKernelError):
        return say("The kernel died while it ran the notebook: does it need too much memory?")
    return say("{name} cannot be run: {error}", name=path.name, error=error)
