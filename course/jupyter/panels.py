"""What answers nbgrader's panels, Home and the buttons on a desk: nbgrader's handlers, extended.

Importing this imports nbgrader, which takes about as long as all the rest of JupyterLab's server.
"""

from jupyter_server.serverapp import ServerApp
from nbgrader.server_extensions.assignment_list import handlers as listing

from course.desk.desk import Desk
from course.desk.offered import offered_units
from course.desk.released import released_folder
from course.jupyter.handing_in import AssignmentActionHandler, DeskAssignments
from course.jupyter.pages import ProgressPage
from course.jupyter.service import DeskService
from course.jupyter.validating import ValidateHandler, nbgrader_config


class Panels:
    """Who answers, and what they work with.

    Parameters
    ----------
    app : jupyter_server.serverapp.ServerApp
        The server.
    desk : Desk
        The learner's desk.
    page : ProgressPage
        Is renewed with the list.

    Attributes
    ----------
    handlers : dict
        The last word of one of nbgrader's addresses -> handler.
    service : DeskService
        Answers Home and the notebook's buttons.
    """

    def __init__(self, app: ServerApp, desk: Desk, page: ProgressPage) -> None:
        assignments = DeskAssignments(desk, page, parent=app)
        assignments.root_dir = app.root_dir
        app.web_app.settings["assignment_list_manager"] = assignments
        self.handlers = {
            "assignments": listing.AssignmentListHandler,
            "action": AssignmentActionHandler,
            "validate": ValidateHandler,
            "courses": listing.CourseListHandler,
            "nbgrader_version": listing.NbGraderVersionHandler,
        }
        self.service = DeskService(
            desk,
            assignments,
            lambda: offered_units(desk, released_folder()),
            nbgrader_config,
            app.log,
        )
        app.web_app.settings["course_service"] = self.service
