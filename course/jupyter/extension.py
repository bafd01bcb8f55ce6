"""A server extension in the place of nbgrader's lists and Validate, for a learner's desk.

It answers at nbgrader's own addresses, with its handlers and its classes extended, so that the
panels in JupyterLab are nbgrader's; and below `course/` it answers Home and the notebook's buttons,
which are in `labextension/`. `jupyter_server_config.json` beside this file turns on this one
and turns off those two.
"""

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.assignment_list import handlers as listing

from course.desk.desk import Desk
from course.desk.offered import offered_units
from course.desk.released import released_folder
from course.jupyter.feedback import GLOSSARY, PAGES, FeedbackHandler, GlossaryHandler
from course.jupyter.handing_in import AssignmentActionHandler, DeskAssignments
from course.jupyter.pages import ProgressPage
from course.jupyter.rest import HANDLERS
from course.jupyter.service import DeskService
from course.jupyter.validating import ValidateHandler, nbgrader_config

ACTIONS = "fetch|submit|fetch_feedback"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.jupyter.extension"}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    desk = Desk(app.root_dir)
    page = ProgressPage(desk, app.log)
    settings = app.web_app.settings
    assignments = DeskAssignments(desk, page, parent=app)
    assignments.root_dir = app.root_dir
    settings["assignment_list_manager"] = assignments
    settings["root_dir"] = app.root_dir
    settings["course_progress_page"] = page
    app.contents_manager.register_post_save_hook(page.after_save)
    page.renew()
    service = DeskService(
        desk, assignments, lambda: offered_units(desk, released_folder()), nbgrader_config, app.log
    )
    handlers = [
        (r"/assignments", listing.AssignmentListHandler),
        (rf"/assignments/(?P<action>{ACTIONS})", AssignmentActionHandler),
        (r"/assignments/validate", ValidateHandler),
        (r"/courses", listing.CourseListHandler),
        (PAGES, FeedbackHandler, {"path": app.root_dir}),
        (GLOSSARY, GlossaryHandler, {"path": app.root_dir}),
        (r"/nbgrader_version", listing.NbGraderVersionHandler),
        *((path, handler, {"service": service}) for path, handler in HANDLERS),
    ]
    base = app.web_app.settings["base_url"]
    app.web_app.add_handlers(
        ".*$", [(url_path_join(base, path), *rest) for path, *rest in handlers]
    )
