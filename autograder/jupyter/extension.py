"""A server extension that shows the report of the class on the instructor's desk.

JupyterLab serves no folder whose name begins with a dot, and the report lies in one: it holds
names and points. Whoever asks has to be logged in, and gets the pages of that folder, nothing else.
"""

import re
from pathlib import Path

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado import web

from autograder.course import STATE
from autograder.reporting.place import FOLDER, INDEX, POLICY

ADDRESS = "autograder/report"
NAME = re.compile(r"[\w-][\w.-]*\.html")
NONE_YET = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Report</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }</style>
<p>There is no such page yet: <code>autograder report</code>, typed in the course folder, writes
the report, and <code>autograder watch</code> renews it as work comes in.</p></html>
"""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "autograder.jupyter.extension"}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    address = url_path_join(app.web_app.settings["base_url"], ADDRESS)
    folder = Path(app.root_dir, STATE, FOLDER)
    app.web_app.add_handlers(".*$", [(rf"{address}/([^/]*)", ReportHandler, {"folder": folder})])


class ReportHandler(JupyterHandler):
    """Serves the pages of a report.

    Parameters
    ----------
    folder : pathlib.Path
        Where they lie.
    """

    auth_resource = "contents"

    def initialize(self, folder: Path) -> None:
        """Take what `add_handlers` was given."""
        self._folder = folder

    @property
    def content_security_policy(self) -> str:
        """Let nothing run but the page's own sorting, and that apart from this server's pages."""
        own = super().content_security_policy
        return f"{own}; {POLICY}; form-action 'none'; base-uri 'none'; sandbox allow-scripts"

    @web.authenticated
    @authorized
    def get(self, name: str) -> None:
        """Answer with one page, the first where none is named."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        text = self._page(name or INDEX)
        if text is None:
            self.set_status(404)
        self.finish(NONE_YET if text is None else text)

    def _page(self, name: str) -> bytes | None:
        path = self._folder / name
        if not NAME.fullmatch(name) or path.resolve() != self._folder.resolve() / name:
            return None  # no page, or a link that leads out of the folder
        try:
            return path.read_bytes()
        except OSError:
            return None
