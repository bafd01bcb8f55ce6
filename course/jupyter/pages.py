"""The progress page on the desk, written anew whenever something of it may have changed."""

import logging
from pathlib import Path

from course.desk.desk import Desk
from course.desk.grader import grader_state
from course.desk.language import speak_as
from course.desk.offered import offered_units
from course.desk.progress_page import PAGE, as_page
from course.desk.released import CourseError, released_folder
from course.desk.states import look


class ProgressPage:
    """Renews the page; what goes wrong with it never gets in the way of saving.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    log : logging.Logger
        Where trouble is said.
    """

    def __init__(self, desk: Desk, log: logging.Logger) -> None:
        self.desk = desk
        self.log = log

    def renew(self) -> None:
        """Write the page."""
        try:
            units = offered_units(self.desk, released_folder())
            speak_as(units)
            found = look(self.desk, units)
            self.desk.renew_page(PAGE, as_page(found, grader_state(self.desk)[1]))
        except (CourseError, OSError, ValueError) as error:
            self.log.warning("The progress page could not be written: %s", error)

    def after_save(self, os_path: str, model: dict, **kwargs: object) -> None:
        """Renew the page after a notebook has been saved: Jupyter's hook."""
        if model.get("type") == "notebook" and Path(os_path).suffix == ".ipynb":
            self.renew()
