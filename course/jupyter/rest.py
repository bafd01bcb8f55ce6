"""The addresses below ``course/``: JSON in, JSON out, for whoever is logged in."""

import json
from collections.abc import Awaitable
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado import web

from course.desk.released import CourseError
from course.jupyter.service import DeskService, NotOnTheDesk


class DeskHandler(APIHandler):
    """What the handlers have in common.

    Parameters
    ----------
    service : DeskService
        Gives the answers.
    """

    def initialize(self, service: DeskService) -> None:
        """Take the service."""
        self.service = service

    async def answer(self, given: Awaitable[dict[str, Any]]) -> None:
        """Send an answer, or why there is none."""
        try:
            self.finish(json.dumps(await given))
        except NotOnTheDesk as error:
            raise web.HTTPError(404, str(error)) from None
        except CourseError as error:
            raise web.HTTPError(500, error.message) from None

    @property
    def path(self) -> str:
        """The notebook that a button's question names."""
        given = self.get_json_body()
        path = given.get("path") if isinstance(given, dict) else None
        if not isinstance(path, str):
            raise web.HTTPError(400, 'A notebook is to be named, as {"path": "..."}.')
        return path


class HomeHandler(DeskHandler):
    """What Home shows."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with `DeskService.home`."""
        await self.answer(self.service.home())


class CheckHandler(DeskHandler):
    """*Check all*."""

    @web.authenticated
    async def post(self) -> None:
        """Answer with `DeskService.check`."""
        await self.answer(self.service.check(self.path))


class SubmitHandler(DeskHandler):
    """*Submit*."""

    @web.authenticated
    async def post(self) -> None:
        """Answer with `DeskService.submit`."""
        await self.answer(self.service.submit(self.path))


class NewestFeedbackHandler(DeskHandler):
    """*Feedback*."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with `DeskService.feedback`."""
        cell, after = self.get_argument("cell", ""), self.get_argument("after", "")
        try:
            await self.answer(self.service.feedback(self.get_argument("path"), cell, after))
        except ValueError:
            raise web.HTTPError(400, f"{after!r} is no time.") from None


HANDLERS = [
    (r"/course/home", HomeHandler),
    (r"/course/check", CheckHandler),
    (r"/course/submit", SubmitHandler),
    (r"/course/feedback", NewestFeedbackHandler),
]
