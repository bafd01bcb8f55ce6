"""Requests whose handlers are imported when the first of them comes."""

from collections.abc import Callable
from typing import Any

from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
from tornado.routing import Router
from tornado.web import Application, RequestHandler


class Later(Router):
    """Hands each request to a handler that is not there yet when the address is laid down.

    Parameters
    ----------
    application : tornado.web.Application
        The server's application.
    load : callable
        Returns the class of the handler; called for each request, in the server's own thread.
    """

    SUPPORTED_METHODS = ()
    """What Jupyter asks of a target, to see that each method wants a login: none is answered here,
    and nbgrader's handlers look for the login themselves."""

    def __init__(self, application: Application, load: Callable[[], type[RequestHandler]]) -> None:
        self._application = application
        self._load = load

    def find_handler(self, request: HTTPServerRequest, **matched: Any) -> HTTPMessageDelegate:
        """Return what answers a request: tornado's hook.

        Parameters
        ----------
        request : tornado.httputil.HTTPServerRequest
            The request.
        **matched
            What the address says, as tornado hands it on.
        """
        return self._application.get_handler_delegate(request, self._load(), **matched)
