"""The process that the warm commands are forks of; `warm_commands.py` starts it and speaks with it.

Orphans go to it, too, so that it can say when the last descendant of a command has ended.
"""

import ctypes
import importlib
import json
import os
import resource
import runpy
import signal
import sys
import traceback

LOADED = (
    "sqlite3",
    "autograder.engine.run.command",
    "autograder.regrading.command",
    "autograder.watching.command",
)
"""What the commands that tests run most often do."""

SUBREAPER = 36
"""The number of `prctl` for: orphans below me become my children."""


def _say(**message):
    os.write(1, json.dumps(message).encode() + b"\n")


def _serve():
    variables = dict(os.environ)
    from autograder import cli  # noqa: F401  (first: it sees to it that NumPy starts no threads)

    from nbgrader.apps import ExportApp  # noqa: F401  # isort: skip

    # The commands themselves load these late; here, each fork would load them again.
    for name in LOADED:
        importlib.import_module(name)
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    _say(ready=True)
    while line := sys.stdin.buffer.raw.readline():
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _command(order, variables)
        _say(pid=pid)
        _wait(pid)


def _wait(command):
    while True:
        try:
            ended, status = os.waitpid(-1, 0)
        except ChildProcessError:
            break
        if ended == command:
            _say(status=os.waitstatus_to_exitcode(status))
    _say(alone=True)


def _command(order, variables):
    """Be the command. It never comes back."""
    if order["words"][0] == "nbgrader":
        # Its kernels are to have what nbgrader's own process would give them.
        os.environ.clear()
        os.environ.update(variables)
    os.setpgid(0, 0)
    # Tests that run in the background of a shell have inherited that Ctrl-C is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(order["folder"])
    printed, errors = (
        os.open(f"../{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o644)
        for name in (order["printed"], order["errors"])
    )
    null = os.open(os.devnull, os.O_RDONLY)
    for descriptor, place in ((null, 0), (printed, 1), (errors, 2)):
        os.dup2(descriptor, place)
    if order["home"]:
        os.environ["HOME"] = order["home"]
    if order["most_bytes"]:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["most_bytes"], hard))
    for number, place in ((signal.SIGKILL, "dies_at"), (signal.SIGSTOP, "stops_at")):
        if order[place]:
            _signalled_at(number, *order[place])
    program, *words = order["words"]
    status = 1
    try:
        if program == "nbgrader":
            from nbgrader.apps.nbgraderapp import NbGraderApp

            NbGraderApp.launch_instance(words)
        elif program == "python":
            runpy.run_path(words[0], run_name="__main__")
        else:
            from autograder.cli import main

            main(words)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _signalled_at(signal_number, module, name, number):
    *owner, name = name.split(".")
    place = importlib.import_module(module)
    for part in owner:
        place = getattr(place, part)
    real, command, calls = getattr(place, name), os.getpid(), []

    def counted(*arguments, **options):
        if os.getpid() == command:
            calls.append(None)
            if len(calls) == number:
                os.kill(command, signal_number)
        return real(*arguments, **options)

    setattr(place, name, counted)


if __name__ == "__main__":
    _serve()
