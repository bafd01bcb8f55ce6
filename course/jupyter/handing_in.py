"""The Assignment List on a desk: what goes wrong is told in words, and feedback comes by itself."""

import asyncio
import errno
import json
import logging
import os
import shutil
import time
from pathlib import Path
from typing import Any

from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, ExchangeFactory
from nbgrader.server_extensions.assignment_list import handlers as listing
from tornado import web

from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.feedback import handed_in, read_feedback
from course.desk.grader import grader_state
from course.jupyter.arriving import LOOK, Arrivals
from course.jupyter.pages import ProgressPage
from course.jupyter.sittings import counting, released_notebooks, what_is_wrong
from course.jupyter.telling import tell
from course.language import say

PATIENCE = 10.0
"""For so many seconds Submit waits for the feedback, while a grader stands behind the desk."""

SAFE = "Your notebook is safe, as you last saved it."


class NotHandedIn(Exception):
    """Why something was not handed in: a sentence."""


class DeskAssignments(listing.AssignmentList):
    """nbgrader's list, which also fetches the feedback that is there.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    page : ProgressPage
        Is renewed with the list.
    """

    def __init__(self, desk: Desk, page: ProgressPage, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.desk = desk
        self.page = page
        self._quiet = logging.Logger("course.handing_in", logging.CRITICAL)

    def list_assignments(self, course_id: str | None = None) -> dict:
        """List what the panel shows, after what feedback there is has been fetched.

        The newest submission comes first, at the learner's own time, with its points.
        """
        try:
            self.fetch_what_is_there(course_id)
        except (ExchangeError, OSError, ValueError) as error:
            self.log.warning("The feedback could not be fetched: %s", error)
        found = super().list_assignments(course_id=course_id)
        for unit in found["value"] if found["success"] else []:
            if "submissions" in unit:
                unit["submissions"] = [self._shown(one) for one in reversed(unit["submissions"])]
        self.page.renew()
        return found

    def list_submitted_assignments(self, course_id: str | None = None) -> dict:
        """List as nbgrader does; what is not the unit's own is not waited for."""
        found = super().list_submitted_assignments(course_id=course_id)
        for unit in found["value"] if found["success"] else []:
            names = self._released(unit["course_id"], unit["assignment_id"])
            unit["submissions"] = [self._counted(one, names) for one in unit["submissions"]]
        return found

    def submit_assignment(self, course_id: str, assignment_id: str) -> dict:
        """Hand in a unit; a failure is told in one sentence, and leaves nothing half done."""
        try:
            with self.get_assignment_dir_config() as config:
                self._submit(config, course_id, assignment_id)
        except NotHandedIn as reason:
            return {"success": False, "value": str(reason)}
        return {"success": True}

    def has_feedback(self, course_id: str, assignment_id: str) -> bool:
        """Whether the feedback for what was handed in last can be fetched."""
        latest = None
        for unit in self.submitted(course_id):
            if unit["assignment_id"] == assignment_id and unit["submissions"]:
                latest = max(unit["submissions"], key=lambda one: one["timestamp"])
        return bool(latest and latest["has_exchange_feedback"])

    def arrivals(self, course_id: str) -> Arrivals:
        """Return what notices that the desk's own grader has released feedback."""
        return Arrivals(own_exchange(self.desk).root / course_id / "feedback")

    def fetch_what_is_there(self, course_id: str | None) -> None:
        """Fetch what feedback is in the exchange and not on the desk, or newer there."""
        for unit in self.submitted(course_id):
            fresh = [
                one
                for one in unit["submissions"]
                if one["has_exchange_feedback"]
                and (one["feedback_updated"] or not one["has_local_feedback"])
            ]
            if not fresh:
                continue
            with self.get_assignment_dir_config() as config:
                config = config.copy()
                config.CourseDirectory.course_id = unit["course_id"]
                config.CourseDirectory.assignment_id = unit["assignment_id"]
                # The unit's folder may have been removed from the desk; nbgrader would make it anew
                # with nothing but the feedback in it, and then not let the unit be fetched.
                if (self.desk.folder / unit["assignment_id"]).is_dir():
                    self._made("FetchFeedback", config).start()

    def submitted(self, course_id: str | None) -> list[dict]:
        """Return what was handed in, by unit, as nbgrader lists it; nothing if it cannot."""
        found = self.list_submitted_assignments(course_id=course_id)
        return found["value"] if found["success"] else []

    def _submit(self, config: Any, course_id: str, assignment_id: str) -> None:
        config = config.copy()
        config.CourseDirectory.course_id = course_id
        config.CourseDirectory.assignment_id = assignment_id
        self._check_notebooks(course_id, assignment_id)
        submit = self._made("Submit", config)
        try:
            submit.start()
        except (OSError, shutil.Error, RuntimeError) as error:
            _take_back(submit)
            raise NotHandedIn(_explained(error, assignment_id)) from None
        except ExchangeError as error:
            raise NotHandedIn(
                say(
                    "{unit} was not handed in: {reason}. {safe}",
                    unit=assignment_id,
                    reason=str(error).rstrip("."),
                    safe=say(SAFE),
                )
            ) from None

    def _check_notebooks(self, course_id: str, unit: str) -> None:
        folder = self.desk.folder / unit
        if not folder.is_dir():
            return  # nbgrader says so
        if wrong := what_is_wrong(folder, self._released(course_id, unit)):
            raise NotHandedIn(
                say(
                    "{unit} was not handed in: {wrong} Starting `course lab` again lays a fresh "
                    "one.",
                    unit=unit,
                    wrong=wrong,
                )
            )

    def _released(self, course_id: str, unit: str) -> list[str]:
        with self.get_assignment_dir_config() as config:
            # Another kind of exchange than nbgrader's own has no folder.
            root = getattr(self._made("Submit", config), "root", None)
        return released_notebooks(Path(root, course_id, "outbound"), unit) if root else []

    def _counted(self, submission: dict, names: list[str]) -> dict:
        counted = counting(submission, names)
        path = counted["local_feedback_path"]
        if counted is not submission and path:
            counted["local_feedback_path"] = os.path.relpath(path, self._root_dir)
        return counted

    def _shown(self, submission: dict) -> dict:
        """Return a submission as the panel is to show it, which shows only its time."""
        when = handed_in(submission["timestamp"])
        if when is None:
            return submission
        time, path = f"{when.astimezone():%Y-%m-%d %H:%M:%S}", submission.get("local_feedback_path")
        feedback = read_feedback(self.desk.folder / path) if path else None
        if feedback and feedback.scores:
            points = f"{sum(feedback.scores.values()):g}"
            time = say("{time}, {points} points", time=time, points=points)
        return {**submission, "timestamp": time}

    def _made(self, action: str, config: Any) -> Any:
        """Make what acts on the exchange, of the class that the configuration chooses."""
        return getattr(ExchangeFactory(config=config), action)(
            coursedir=CourseDirectory(config=config),
            authenticator=Authenticator(config=config),
            config=config,
            # It says in the terminal what is told in the panel, or is no matter for a learner.
            log=self._quiet,
        )


class AssignmentActionHandler(listing.AssignmentActionHandler):
    """Answers the buttons. Submit answers when the feedback is there, if that comes soon."""

    @web.authenticated
    async def post(self, action: str) -> None:
        """Do what a button of the list asks for."""
        if action != "submit":
            super().post(action)
            return
        data = self.get_json_body() or {}
        course = self.get_argument("course_id", "") or data["course_id"]
        unit = self.get_argument("assignment_id", "") or data["assignment_id"]
        output = self.manager.submit_assignment(course, unit)
        if output["success"]:
            await self._wait(course, unit)
            self._tell_who_grades(unit)
            output = self.manager.list_assignments(course_id=course)
        self.finish(json.dumps(output))

    def _tell_who_grades(self, unit: str) -> None:
        """Say what becomes of the unit where the desk's grader does not run: the list cannot."""
        state, words = self.settings["course_service"].grader()
        if state not in ("ready", "class"):
            tell(self.event_logger, say("{unit} is handed in", unit=unit), words)

    async def _wait(self, course: str, unit: str) -> None:
        until = time.monotonic() + PATIENCE
        arrivals = self.manager.arrivals(course)
        while grader_state(self.manager.desk)[0] == "ready" and time.monotonic() < until:
            if arrivals.news() and self.manager.has_feedback(course, unit):
                return
            await asyncio.sleep(LOOK)


def _take_back(submit: Any) -> None:
    """Remove what a full disk has let through: half a submission would look like a whole one."""
    name = getattr(submit, "assignment_filename", None)
    if name is None:
        return  # another kind of exchange than nbgrader's own
    cached = name.rpartition("+")[0] if submit.add_random_string else name
    for folder in (Path(submit.inbound_path, name), Path(submit.cache_path, cached)):
        shutil.rmtree(folder, ignore_errors=True)


def _explained(error: Exception, unit: str) -> str:
    text = str(error)
    full = os.strerror(errno.ENOSPC) in text or os.strerror(errno.EDQUOT) in text
    if full or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return say(
            "{unit} was not handed in: the disk is full. Free some space, then submit. {safe}",
            unit=unit,
            safe=say(SAFE),
        )
    reason = getattr(error, "strerror", None) or " ".join(text.split())[:300]
    return say(
        "{unit} was not handed in ({reason}). {safe}", unit=unit, reason=reason, safe=say(SAFE)
    )
