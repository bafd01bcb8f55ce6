"""What Home and the notebook's buttons ask: all that is decided, is decided here."""

import asyncio
import logging
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from nbgrader.exchange import ExchangeError

from course.desk.desk import Desk
from course.desk.exchange import COURSE_ID, own_exchange
from course.desk.exercises import read_cells
from course.desk.feedback import Feedback, handed_in, latest_feedback
from course.desk.grader import grader_state
from course.desk.home import as_home, feedback_points, heading, page_path
from course.desk.language import speak_as
from course.desk.progress import where
from course.desk.released import NotOnTheDesk, Sitting, Unit
from course.desk.states import look
from course.jupyter.arriving import LOOK
from course.jupyter.checking import check, summary
from course.jupyter.following import Following
from course.jupyter.handing_in import PATIENCE, DeskAssignments
from course.language import say

FETCHING = 2.0
"""Home lets feedback be looked for at most once in so many seconds."""

SHARE = 20
"""And leaves the server so many times as long for other work as looking has taken."""

WAITED_FOR = {"preparing", "ready"}
"""The states of a grader whose feedback comes by itself."""

STARTING = 20.0
"""A grader that has not said anything in its first seconds is about to start."""


class DeskService:
    """Answers for one desk.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    assignments : DeskAssignments
        Hands in and fetches.
    units : callable
        Returns the released units.
    config : callable
        Returns nbgrader's configuration.
    log : logging.Logger
        Where trouble is said.
    """

    def __init__(
        self,
        desk: Desk,
        assignments: DeskAssignments,
        units: Callable[[], list[Unit]],
        config: Callable[[], Any],
        log: logging.Logger,
    ) -> None:
        self.desk = desk
        self.assignments = assignments
        self.units = units
        self.following = Following(desk, units)
        self.config = config
        self.log = log
        self.sent: dict[str, datetime] = {}
        self._began = time.monotonic()
        self._next_fetch = 0.0
        found = config()
        self.course_id = found.CourseDirectory.get("course_id") or COURSE_ID
        self.own = str(found.Exchange.get("root")) == str(own_exchange(desk).root)

    async def home(self) -> dict[str, Any]:
        """Return what Home shows, after new feedback has been fetched."""
        self.fetch()
        return await self._aside(self._home)

    def fetch(self) -> None:
        """Fetch what feedback there is, and learn what was handed in when."""
        began = time.monotonic()
        if began < self._next_fetch:
            return
        try:
            self.assignments.fetch_what_is_there(self.course_id)
        except (ExchangeError, OSError, ValueError) as error:
            self.log.warning("The feedback could not be fetched: %s", error)
        self._learn_what_was_sent()
        now = time.monotonic()
        self._next_fetch = now + max(FETCHING, SHARE * (now - began))

    def _learn_what_was_sent(self) -> None:
        for unit in self.assignments.submitted(self.course_id):
            times = [handed_in(str(one["timestamp"])) for one in unit["submissions"]]
            if latest := max(filter(None, times), default=None):
                self.sent[unit["assignment_id"]] = latest

    async def check(self, path: str) -> dict[str, Any]:
        """Run a notebook's checks in a kernel of their own; return one line an exercise.

        Raises
        ------
        NotOnTheDesk
            If it is no notebook of the course.
        """
        sitting = self._sitting(path)
        laid = read_cells(sitting.unit.folder / sitting.notebook)
        return await self._aside(
            lambda: summary(check(self.desk.folder / path, laid, self.config()))
        )

    async def submit(self, path: str) -> dict[str, Any]:
        """Hand in the unit that a notebook belongs to, as it is saved.

        Raises
        ------
        NotOnTheDesk
            If it is no notebook of the course.
        """
        unit = self._sitting(path).unit
        done = self.assignments.submit_assignment(self.course_id, unit.name)
        if not done["success"]:
            return {"handed_in": None, "said": done["value"], "waits": False}
        self._learn_what_was_sent()
        names = [each.notebook for each in unit.sittings]
        there = [name for name in names if (self.desk.folder / unit.name / name).is_file()]
        state, words = self.grader()
        return {
            "handed_in": self.sent.get(unit.name, datetime.now(UTC)).isoformat(),
            "what": there,
            "said": "" if state == "ready" else words,
            "waits": state in WAITED_FOR,
        }

    async def feedback(self, path: str, cell: str = "", after: str = "") -> dict[str, Any]:
        """Return the newest feedback page for a notebook, and the place of an exercise on it.

        Parameters
        ----------
        path : str
            The notebook.
        cell : str
            The name of a cell of the exercise.
        after : str
            ISO time: what was handed in then is waited for, while a grader runs.

        Raises
        ------
        NotOnTheDesk
            If it is no notebook of the course.
        ValueError
            If ``after`` is no time.
        """
        sitting = self._sitting(path)
        since = datetime.fromisoformat(after) if after else None
        found = await self._waited_for(sitting, since) if since else self._newest(sitting)
        if found is None:
            waits = since is not None and self.grader()[0] in WAITED_FOR
            return {"path": None, "said": self._none_yet(sitting, since), "waits": waits}
        return await self._aside(lambda: self._told(sitting, found, cell))

    def grader(self) -> tuple[str, str]:
        """Return the grader's state, and a sentence about what becomes of what is handed in."""
        if not self.own:
            return "class", (
                say(
                    "You submit to your class ({course_id}); feedback comes back when your "
                    "teacher has graded.",
                    course_id=self.course_id,
                )
            )
        state, words = grader_state(self.desk)
        if state == "off" and not words and time.monotonic() - self._began < STARTING:
            return "preparing", say("The grader starts in a moment.")
        if state == "ready":
            return state, words or say("The grader is ready: what you submit is graded in seconds.")
        return state, words or (
            say(
                "The grader is not running: what you submit is kept, and graded when `course "
                "lab` is started again."
            )
        )

    def _home(self) -> dict[str, Any]:
        news = self.following.news()
        units = self.units()
        speak_as(units)
        found = look(self.desk, units)
        state, words = self.grader()
        home = as_home(self.desk, found, where(self.desk, units), self.sent)
        return {**home, "news": news, "grader": {"state": state, "words": words}}

    async def _waited_for(self, sitting: Sitting, since: datetime) -> Feedback | None:
        """Return the feedback for what was handed in at a time, or None if it does not come."""
        until = time.monotonic() + PATIENCE
        arrivals = self.assignments.arrivals(self.course_id)
        while True:
            is_over = time.monotonic() >= until or self.grader()[0] not in WAITED_FOR
            if arrivals.news() or is_over:
                found = self._newest(sitting)
                if found and found.handed_in and found.handed_in >= since:
                    return found
            if is_over:
                return None
            await asyncio.sleep(LOOK)

    def _newest(self, sitting: Sitting) -> Feedback | None:
        self.assignments.fetch_what_is_there(self.course_id)
        return latest_feedback(self.desk.folder / sitting.unit.name, sitting.name)

    def _told(self, sitting: Sitting, found: Feedback, cell: str) -> dict[str, Any]:
        (unit,) = look(self.desk, [sitting.unit])
        state = next(each for each in unit.sittings if each.sitting.name == sitting.name)
        page = found.pages[sitting.name]
        earned, points = feedback_points(found, state)
        return {
            "path": page_path(self.desk, page),
            "anchor": anchor(page.read_text(encoding="utf-8", errors="replace"), cell),
            "title": heading(unit, state),
            "handed_in": found.handed_in.isoformat() if found.handed_in else None,
            "earned": earned,
            "points": points,
        }

    def _none_yet(self, sitting: Sitting, since: datetime | None) -> str:
        self.fetch()
        if since is None and sitting.unit.name not in self.sent:
            return say(
                "There is no feedback for {name} yet: press Submit to hand it in.",
                name=sitting.name,
            )
        state, words = self.grader()
        if state == "ready":
            words = grader_state(self.desk)[1] or say("It is still being graded.")
        return say(
            "The feedback for {name} is not there yet. {words}", name=sitting.name, words=words
        )

    def _sitting(self, path: str) -> Sitting:
        for unit in self.units():
            for sitting in unit.sittings:
                if sitting.path == path:
                    return sitting
        raise NotOnTheDesk(say("{path} is no notebook of the course.", path=path))

    async def _aside(self, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Work in a thread, so that kernels and saving are not held up."""
        return await asyncio.get_running_loop().run_in_executor(None, work)


def anchor(page: str, cell: str) -> str:
    """Return the id of the exercise on a feedback page that a cell belongs to; empty if none.

    Parameters
    ----------
    page : str
        The page's text.
    cell : str
        The name of a test, an answer or a task.
    """
    label = re.escape(cell)
    before, found, _ = _split(
        page, rf'(?:data-cell="|aria-label="(?:Test|Your answer|Task) ){label}"'
    )
    ids = re.findall(r'id="(exercise-\d+)"', before) if cell and found else []
    return ids[-1] if ids else ""


def _split(text: str, pattern: str) -> tuple[str, str, str]:
    found = re.search(pattern, text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")
