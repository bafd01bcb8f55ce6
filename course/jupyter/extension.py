"""A server extension in the place of nbgrader's lists and Validate, for a learner's desk.

It answers at nbgrader's own addresses, with its handlers and its classes extended, so that the
panels in JupyterLab are nbgrader's; and below `course/` it answers Home and the notebook's buttons,
which are in `labextension/`. `jupyter_server_config.json` beside this file turns on this one
and turns off those two.

A learner waits for a page and a kernel: those come first. nbgrader is imported afterwards, or when
Home or a panel asks for it.
"""

import functools
import importlib

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop
from tornado.routing import PathMatches

from course.desk.desk import Desk
from course.jupyter.feedback import GLOSSARY, PAGES, FeedbackHandler, GlossaryHandler
from course.jupyter.later import Later
from course.jupyter.opening import DeskSessions
from course.jupyter.pages import ProgressPage
from course.jupyter.rest import HANDLERS, WORDS, WordsHandler
from course.jupyter.telling import get_ready

ACTIONS = "fetch|submit|fetch_feedback"
ADDRESSES = {
    "assignments": "/assignments",
    "action": rf"/assignments/(?P<action>{ACTIONS})",
    "validate": "/assignments/validate",
    "courses": "/courses",
    "nbgrader_version": "/nbgrader_version",
}
QUIET = 10.0
"""So many seconds after the start nbgrader is imported, so that no panel waits for it."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.jupyter.extension"}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    desk = Desk(app.root_dir)
    page = ProgressPage(desk, app.log)
    settings = app.web_app.settings
    settings["root_dir"] = app.root_dir
    settings["course_progress_page"] = page
    app.contents_manager.register_post_save_hook(page.after_save)
    page.renew()
    get_ready(app.event_logger)

    @functools.cache
    def panels():
        from course.jupyter.panels import Panels

        return Panels(app, desk, page)

    async def service():
        await _import_in_a_thread()
        return panels().service

    def later(name: str) -> Later:
        return Later(app.web_app, lambda: panels().handlers[name])

    base = settings["base_url"]
    rules = [
        (PathMatches(url_path_join(base, path) + "$"), later(name))
        for name, path in ADDRESSES.items()
    ]
    own = [
        (PAGES, FeedbackHandler, {"path": app.root_dir}),
        (GLOSSARY, GlossaryHandler, {"path": app.root_dir}),
        (WORDS, WordsHandler),
        *((path, handler, {"service": service}) for path, handler in HANDLERS),
    ]
    app.web_app.add_handlers(
        ".*$", [*rules, *((url_path_join(base, path), *rest) for path, *rest in own)]
    )
    IOLoop.current().call_later(QUIET, _import_in_a_thread)
    if isinstance(app.session_manager, DeskSessions):
        IOLoop.current().add_callback(app.session_manager.open_early, app.default_url)


def _import_in_a_thread():
    return IOLoop.current().run_in_executor(None, importlib.import_module, "course.jupyter.panels")
