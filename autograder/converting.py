"""nbgrader's own converters, run in this process: they say nothing, and fail with one reason."""

import logging

from nbgrader.converters import NbGraderException
from nbgrader.converters.base import BaseConverter
from sqlalchemy.exc import SQLAlchemyError


class ConversionFailed(Exception):
    """nbgrader could not convert something; the message is nbgrader's own."""


class _Kept(logging.Handler):
    """Keeps what nbgrader logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def convert(converter: BaseConverter) -> None:
    """Run a converter.

    Parameters
    ----------
    converter : nbgrader.converters.base.BaseConverter

    Raises
    ------
    ConversionFailed
        If nbgrader refuses a notebook.
    """
    errors = _Kept()
    handlers, converter.log.handlers = converter.log.handlers, [errors]
    try:
        converter.start()
    except NbGraderException as error:
        cause = error.__context__
        if isinstance(cause, SQLAlchemyError):  # whose text ends with the way to a manual
            reason = str(getattr(cause, "orig", None) or cause).splitlines()[0]
        else:
            reason = _last_line(errors.messages)
        raise ConversionFailed(reason) from error
    finally:
        converter.log.handlers = handlers


def _last_line(messages: list[str]) -> str:
    """Return the last line of the first traceback: the reason, without the way to it."""
    for message in messages:
        if message.startswith("Traceback"):
            return message.strip().splitlines()[-1]
    return messages[0] if messages else "no reason given"
