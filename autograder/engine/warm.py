"""The warm process inside the sandbox: libraries are loaded once, each notebook gets a child.

It reads orders from a socket that no child inherits. A learner's process is the first one of its
own namespace: when it ends, the system ends everything in it. Between it and the warm process there
is one that waits for that, so that whoever waits for the waiting one knows that all are dead.
"""

import gc
import io
import json
import os
import random
import signal
import socket
import sys
import traceback
from contextlib import suppress
from typing import Any

HOME = "/sandbox"
"""Where a learner's process may write."""


def main() -> None:
    """Load the libraries, then fork a child for each order."""
    settings = json.loads(sys.argv[1])
    control = socket.socket(fileno=settings["control"])
    control.set_inheritable(False)
    warm(settings["imports"])
    if len(os.listdir("/proc/self/task")) > 1:
        # A library has started threads, which no child would have: without these imports, then.
        control.set_inheritable(True)
        settings["imports"] = []
        os.execv(sys.executable, [sys.executable, "-m", __spec__.name, json.dumps(settings)])
    control.sendall(b"r")
    child: dict = {}
    while True:
        text, descriptors, _, _ = socket.recv_fds(control, 65_536, 1)
        if not text:
            return
        order = json.loads(text)
        if order["do"] == "start":
            child, answer = _start(control, order, descriptors[0], settings)
        elif order["do"] == "interrupt":
            _signal(child, signal.SIGINT)
            answer = {}
        else:
            _signal(child, signal.SIGKILL)
            answer, child = _ended(child), {}
        control.sendall(json.dumps(answer).encode())


def warm(imports: list[str]) -> Any:
    """Import what notebooks use, and make the shell that children inherit."""
    import numpy as np

    from autograder.engine import isolation, learner  # noqa: F401  (for the children)
    from autograder.engine.shell import make_shell

    for statement in imports:
        try:
            exec(statement, {})  # of the course's own notebook
        except Exception:  # the notebook that needs it will say so
            continue
    shell = make_shell()
    _draw_once()
    np.random.seed()  # NumPy loads this part of it late
    gc.collect()
    gc.freeze()
    return shell


def _draw_once() -> None:
    """Draw a figure: in a fresh process the first one waits for fonts, formulas and formats."""
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2)
    left.plot([0, 1], [0, 1], "o-", label="$x^2_i$")
    left.set_title("warm")
    left.legend()
    right.imshow([[0, 1], [1, 0]])
    figure.text(0, 0, "bold", weight="bold", style="italic")
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    plt.close("all")


def _start(
    control: socket.socket, order: dict, descriptor: int, settings: dict
) -> tuple[dict, dict]:
    """Fork the process that will wait for one notebook; return both numbers, and how it went."""
    reading, writing = os.pipe()
    waiter = os.fork()
    if waiter == 0:
        try:
            control.close()
            os.close(reading)
            _wait(order, descriptor, writing, settings)
        finally:
            os._exit(1)
    os.close(descriptor)
    os.close(writing)
    with open(reading) as pipe:
        told = dict(json.loads(line) for line in pipe)
    learner = told.pop("learner", None)
    if learner is None or not told:
        told.setdefault("error", "the sandboxed process did not start")
    return {"waiter": waiter, "learner": learner}, told


def _signal(child: dict, number: int) -> None:
    """Send a signal to the learner's process; nothing happens if it has ended."""
    if child.get("learner") is not None:
        with suppress(ProcessLookupError):
            os.kill(child["learner"], number)


def _ended(child: dict) -> dict:
    """Wait until a child, and with it everything that it started, is dead."""
    if child:
        os.waitpid(child["waiter"], 0)
    return {}


def _wait(order: dict, descriptor: int, writing: int, settings: dict) -> None:
    """Wait outside the namespace for the end of the process that is everything inside."""
    from autograder.engine import isolation

    isolation.die_with_parent()
    try:
        if settings["walls"]:
            isolation.leave_namespaces(settings["user"])
            isolation.die_with_parent()  # the change of user has undone it
        learner = os.fork()
    except OSError as error:
        _tell(writing, "error", str(error))
        os._exit(1)
    if learner == 0:
        try:
            _first(order, descriptor, writing, settings)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    _tell(writing, "learner", learner)
    os.close(descriptor)
    os.close(writing)
    os.waitpid(learner, 0)
    os._exit(0)


def _first(order: dict, descriptor: int, writing: int, settings: dict) -> None:
    """Be the first process of the namespace: when it ends, everything in it is dead."""
    from autograder.engine import isolation

    os.setsid()  # a signal to its process group is none to the processes outside
    try:
        isolation.die_with_parent()
        if settings["walls"]:
            isolation.furnish(order["limits"]["disk"], settings["own_tmp"])
            isolation.limit(order["limits"])
            isolation.drop_privileges(bytes.fromhex(settings["seccomp"]))
    except OSError as error:
        _tell(writing, "error", str(error))
        return
    _tell(writing, "started", True)
    os.close(writing)
    _serve(order, descriptor)


def _tell(pipe: int, what: str, value: object) -> None:
    os.write(pipe, json.dumps([what, value]).encode() + b"\n")


def _serve(order: dict, descriptor: int) -> None:
    """Be the learner's process."""
    from IPython import get_ipython

    from autograder.engine import frames
    from autograder.engine.descriptors import Descriptors
    from autograder.engine.learner import Learner

    signal.signal(signal.SIGINT, signal.default_int_handler)
    channel = socket.socket(fileno=descriptor)
    folder = order["folder"]
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    files, contents = frames.receive(channel)
    for path, content in zip(files["files"], contents, strict=True):
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "wb") as file:
            file.write(content)
    import numpy as np

    np.random.seed(order["seed"])
    random.seed(order["seed"])
    sys.path.insert(0, "")
    descriptors = Descriptors(folder)
    frames.send(channel, {"ready": True})
    Learner(channel, get_ipython(), descriptors).serve()


if __name__ == "__main__":
    main()
