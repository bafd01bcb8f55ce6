"""What answers nbgrader's panels on a desk: its handlers, extended.

Importing this imports nbgrader, which takes about as long as all the rest of JupyterLab's server.
"""

from jupyter_server.serverapp import ServerApp
from nbgrader.server_extensions.assignment_list import handlers as listing
from tornado.web import RequestHandler

from course.desk.desk import Desk
from course.jupyter.handing_in import AssignmentActionHandler, DeskAssignments
from course.jupyter.pages import ProgressPage
from course.jupyter.validating import ValidateHandler


def handlers(app: ServerApp, desk: Desk, page: ProgressPage) -> dict[str, type[RequestHandler]]:
    """Return the handlers by the last word of their addresses, and make what they work with.

    Parameters
    ----------
    app : jupyter_server.serverapp.ServerApp
        The server.
    desk : Desk
        The learner's desk.
    page : ProgressPage
        Is renewed with the list.
    """
    assignments = DeskAssignments(desk, page, parent=app)
    assignments.root_dir = app.root_dir
    app.web_app.settings["assignment_list_manager"] = assignments
    return {
        "assignments": listing.AssignmentListHandler,
        "action": AssignmentActionHandler,
        "validate": ValidateHandler,
        "courses": listing.CourseListHandler,
        "nbgrader_version": listing.NbGraderVersionHandler,
    }
