"""The addresses below ``course/``: JSON in, JSON out, for whoever is logged in."""

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import APIHandler
from tornado import web

from course.desk.released import CourseError, NotOnTheDesk
from course.language import spoken, words_of_the_desk

if TYPE_CHECKING:
    from course.jupyter.service import DeskService


class DeskHandler(APIHandler):
    """What the handlers have in common.

    Parameters
    ----------
    service : callable
        Returns an awaitable of the `DeskService` that gives the answers.
    """

    def initialize(self, service: Callable[[], "Awaitable[DeskService]"]) -> None:
        """Take the service."""
        self.service = service

    async def answer(self, ask: Callable[["DeskService"], Awaitable[dict[str, Any]]]) -> None:
        """Send what the service says when it is asked, or why it says nothing."""
        service = await self.service()
        try:
            self.finish(json.dumps(await ask(service)))
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


class WordsHandler(APIHandler):
    """The sentences of Home and the buttons in the desk's language: no service is waited for."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with the language's code, and with {English sentence: translated sentence}."""
        self.finish(json.dumps({"language": spoken(), "words": words_of_the_desk()}))


class HomeHandler(DeskHandler):
    """What Home shows."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with `DeskService.home`."""
        await self.answer(lambda service: service.home())


class CheckHandler(DeskHandler):
    """*Check all*."""

    @web.authenticated
    async def post(self) -> None:
        """Answer with `DeskService.check`."""
        await self.answer(lambda service: service.check(self.path))


class SubmitHandler(DeskHandler):
    """*Submit*."""

    @web.authenticated
    async def post(self) -> None:
        """Answer with `DeskService.submit`."""
        await self.answer(lambda service: service.submit(self.path))


class NewestFeedbackHandler(DeskHandler):
    """*Feedback*."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with `DeskService.feedback`."""
        cell, after = self.get_argument("cell", ""), self.get_argument("after", "")
        path = self.get_argument("path")
        try:
            await self.answer(lambda service: service.feedback(path, cell, after))
        except ValueError:
            raise web.HTTPError(400, f"{after!r} is no time.") from None


WORDS = r"/course/words"

HANDLERS = [
    (r"/course/home", HomeHandler),
    (r"/course/check", CheckHandler),
    (r"/course/submit", SubmitHandler),
    (r"/course/feedback", NewestFeedbackHandler),
]
