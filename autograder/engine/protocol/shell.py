"""An IPython shell that runs cells as a kernel would, without a kernel, and hands on the outputs.

The sandboxed process and the checker both run their cells in it, so that outputs look as they do in
Jupyter.
"""

import json
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from ipykernel.compiler import XCachingCompiler
from IPython.core import page
from IPython.core.autocall import ExitAutocall
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.jsonutil import json_default
from traitlets import Any as AnyTrait
from traitlets import CBool, Type, default

FLUSH_BYTES = 16_384
FLUSH_SECONDS = 0.2

Emit = Callable[[dict[str, Any]], None]
"""Receives one output as nbformat writes it."""


class Stream:
    """Stands in for ``sys.stdout`` or ``sys.stderr``; its text goes out in pieces."""

    encoding = "UTF-8"
    errors = "strict"
    closed = False

    def __init__(self, name: str, emit: Emit, fileno: int) -> None:
        self.name = name
        self._emit = emit
        self._fileno = fileno
        self._pieces: list[str] = []
        self._size = 0
        self._last = time.monotonic()

    def write(self, text: str) -> int:
        """Take a text; TypeError for anything else, as every text stream does."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._pieces.append(text)
        self._size += len(text)
        if self._size > FLUSH_BYTES or time.monotonic() - self._last > FLUSH_SECONDS:
            self.flush()
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Take several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Hand on what has been written."""
        text, self._pieces, self._size = "".join(self._pieces), [], 0
        self._last = time.monotonic()
        if text:
            self._emit({"output_type": "stream", "name": self.name, "text": text})

    def fileno(self) -> int:
        """The file descriptor that programs started from here write to."""
        return self._fileno

    def isatty(self) -> bool:
        """Nobody sits here."""
        return False

    def readable(self) -> bool:
        """It can only be written."""
        return False

    def writable(self) -> bool:
        """It can be written."""
        return True

    def close(self) -> None:
        """Stay open, as Jupyter's streams do."""


class Publisher(DisplayPublisher):
    """Hands on what ``display`` shows."""

    emit = AnyTrait()

    def publish(  # type: ignore[override]
        self,
        data: dict,
        metadata: dict | None = None,
        *,
        transient: dict | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Show one object."""
        _flush_streams()
        self.emit(
            {
                "output_type": "update_display_data" if update else "display_data",
                "data": _as_sent(data),
                "metadata": _as_sent(metadata or {}),
                "transient": _as_sent(transient or {}),
            }
        )

    def clear_output(self, wait: bool = False) -> None:
        """Clear what the cell has shown so far."""
        _flush_streams()
        self.emit({"output_type": "clear_output", "wait": bool(wait)})


class Hook(DisplayHook):
    """Hands on the value of a cell's last expression."""

    emit = AnyTrait()
    output = AnyTrait(None, allow_none=True)

    def start_displayhook(self) -> None:
        """Begin an output."""
        self.output = {"output_type": "execute_result", "data": {}, "metadata": {}}

    def write_output_prompt(self) -> None:
        """Number the output."""
        self.output["execution_count"] = self.prompt_count

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        """Take the value in all its formats."""
        self.output["data"] = _as_sent(format_dict)
        self.output["metadata"] = _as_sent(md_dict or {})

    def finish_displayhook(self) -> None:
        """Hand on the output."""
        _flush_streams()
        if self.output["data"]:
            self.emit(self.output)
        self.output = None


class Leave(ExitAutocall):
    """``exit`` and ``quit``: they end the cell, not the grading."""

    def __call__(self, *_: Any, **__: Any) -> None:
        """End the cell."""
        raise SystemExit


class Shell(InteractiveShell):
    """An interactive shell whose outputs are collected, not printed."""

    compiler_class = Type(XCachingCompiler)
    display_pub_class = Type(Publisher)
    displayhook_class = Type(Hook)
    colors_force = CBool(True)
    autoindent = CBool(False)
    emit = AnyTrait()
    shown = AnyTrait(default_value=())

    @default("exiter")
    def _exiter(self) -> Any:
        return Leave(self)

    def init_virtualenv(self) -> None:
        """As in a kernel: no search for another environment."""

    def init_environment(self) -> None:
        """As in a kernel, leave paging to nobody."""

    def init_hooks(self) -> None:
        """As in a kernel without a screen, show no pager."""
        super().init_hooks()
        self.set_hook("show_in_pager", page.as_hook(lambda *_, **__: None), 99)

    def enable_gui(self, gui: Any = None) -> None:
        """Accept a figure backend's wish: there is no event loop to enable."""

    def should_run_async(
        self,
        raw_cell: str,
        *,
        transformed_cell: str | None = None,
        preprocessing_exc_tuple: Any = None,
    ) -> bool:
        """Answer as IPython does, which compiles a cell to see whether it waits for something."""
        text = transformed_cell or ""
        if "await" not in text and "async" not in text:
            return False
        return super().should_run_async(
            raw_cell,
            transformed_cell=transformed_cell,
            preprocessing_exc_tuple=preprocessing_exc_tuple,
        )

    def run(self, source: str, count: int, emit: Emit) -> SimpleNamespace:
        """Run one cell as number ``count``.

        Returns
        -------
        types.SimpleNamespace
            ``ok``: whether it ran to its end; ``value``: what its last expression gave.
        """
        self.emit = self.display_pub.emit = self.displayhook.emit = emit
        self.execution_count = count
        self.shown = set()
        done = self.run_cell(source, store_history=True)
        _flush_streams()
        error = done.error_before_exec or done.error_in_exec
        if error is not None and type(error).__name__ not in self.shown:
            self._show_without_traceback(error)
        return SimpleNamespace(ok=error is None, value=done.result, error=error)

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        _flush_streams()
        self.shown.add(etype.__name__)
        told = _error_told(evalue, self.tidy_traceback(evalue, stb))
        self.emit(told | {"ename": str(etype.__name__)})

    def show_error(self, error: BaseException, emit: Emit) -> None:
        """Show an error that has kept a cell from being run."""
        said = f"{type(error).__name__}: {error_text(error)}"
        emit(_error_told(error, [said]))

    def _show_without_traceback(self, error: BaseException) -> None:
        """Show an error that IPython only prints, as nbgrader's own execution does."""
        said = "ERROR: An error occurred while showtraceback was disabled"
        self.emit(_error_told(error, [said]))

    def tidy_traceback(self, evalue: BaseException, stb: list[str]) -> list[str]:
        """Return the traceback as it is to be shown."""
        return stb


def make_shell(shell_class: type[Shell] = Shell) -> Shell:
    """Make the process's one shell, with nothing in it that a fork would break."""
    from traitlets.config import Config

    config = Config()
    # The thread that writes a history to disk would not survive a fork.
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InlineBackend.figure_formats = {"png"}
    shell = shell_class.instance(config=config)
    shell.run_cell("pass", store_history=False)  # the first cell loads what the others need
    return shell


def _as_sent(data: dict) -> dict:
    """Return what a kernel sends of an output: bytes, as of pictures, are written in base64."""
    if all(type(part) is str for part in data.values()):
        return data
    return json.loads(json.dumps(data, default=json_default))


def _flush_streams() -> None:
    sys.stdout.flush()
    sys.stderr.flush()


def _error_told(error: BaseException, traceback: list[str]) -> dict[str, Any]:
    return {
        "output_type": "error",
        "ename": type(error).__name__,
        "evalue": error_text(error),
        "traceback": traceback,
    }


def error_text(error: BaseException) -> str:
    """Return what an error says; some cannot say it."""
    try:
        return str(error)
    except Exception:  # an error that cannot say what it is must not stop the others
        return f"<{type(error).__name__} without a text>"


def no_input(name: str) -> Callable:
    """Return what stands in for a question to somebody: nobody is there, as in a kernel."""

    def ask(*_: Any, **__: Any) -> str:
        raise StdinNotImplementedError(
            f"{name} was called, but this frontend does not support input requests."
        )

    return ask
