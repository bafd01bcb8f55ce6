"""The warm process inside the sandbox: libraries are loaded once, each notebook gets a child.

It reads orders from a socket that no child inherits. A learner's process is the first one of its
own namespace: when it ends, the system ends everything in it, and whoever waits for it knows that
all are dead.
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


def main() -> None:
    """Load the libraries, then fork a child for each order."""
    settings = json.loads(sys.argv[1])
    control = socket.socket(fileno=settings["control"])
    control.set_inheritable(False)
    if settings["early"]:  # otherwise the children load them
        _load_codecs(settings["codecs"])
    if settings["warm"]:
        warm(settings["imports"], settings["withheld"])
    if len(os.listdir("/proc/self/task")) > 1:
        # A library has started threads, which no child would have: without these imports, then.
        control.set_inheritable(True)
        settings["imports"] = settings["withheld"] = []
        settings["early"] = False
        os.execv(sys.executable, [sys.executable, "-m", __spec__.name, json.dumps(settings)])
    control.sendall(b"r")
    learner: int | None = None
    while True:
        text, descriptors, _, _ = socket.recv_fds(control, 65_536, 1)
        if not text:
            return
        order = json.loads(text)
        if order["do"] == "start":
            learner, answer = _start(control, order, descriptors[0], settings)
        elif order["do"] == "interrupt":
            _signal(learner, signal.SIGINT)
            answer = {}
        else:
            _signal(learner, signal.SIGKILL)
            answer, learner = _ended(learner), None
        control.sendall(json.dumps(answer).encode())


def _load_codecs(modules: list[str]) -> None:
    """Load the course's own codecs, or end with a sentence."""
    from autograder.engine.protocol import own_codecs

    try:
        own_codecs.load(modules)
    except own_codecs.BadCodecs as reason:
        sys.exit(own_codecs.inside(reason))


def warm(imports: list[str], withheld: list[str]) -> Any:
    """Import what notebooks use, and make the shell that children inherit."""
    import numpy as np

    from autograder.engine.learner import learner  # noqa: F401  (for the children)
    from autograder.engine.learner.withheld import know
    from autograder.engine.protocol.shell import make_shell
    from autograder.engine.sandbox import isolation  # noqa: F401  (for the children)
    from autograder.engine.sandbox.huge_pages import use_huge_pages

    for statement in imports:
        try:
            exec(statement, {})  # of the course's own notebook
        except (Exception, SystemExit):  # the notebook that needs it will say so
            continue
    know(withheld)
    shell = make_shell()
    _draw_once()
    np.random.seed()  # NumPy loads this part of it late
    gc.collect()
    gc.freeze()
    use_huge_pages()
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
) -> tuple[int | None, dict]:
    """Fork the process for one notebook; return its number, and how it went."""
    from autograder.engine.sandbox import isolation

    reading, writing = os.pipe()
    try:
        learner = isolation.fork_first() if settings["walls"] else os.fork()
    except OSError as error:
        learner = None
        os.write(writing, json.dumps({"error": str(error)}).encode())
    if learner == 0:
        try:
            control.close()
            os.close(reading)
            _begin(order, descriptor, writing, settings)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(descriptor)
    os.close(writing)
    with open(reading) as pipe:
        told = json.loads(pipe.read() or '{"error": "the sandboxed process did not start"}')
    return learner, told


def _signal(learner: int | None, number: int) -> None:
    """Send a signal to the learner's process; nothing happens if it has ended."""
    if learner is not None:
        with suppress(ProcessLookupError):
            os.kill(learner, number)


def _ended(learner: int | None) -> dict:
    """Wait until a learner's process, and with it everything that it started, is dead."""
    if learner is not None:
        os.waitpid(learner, 0)
    return {}


def _begin(order: dict, descriptor: int, writing: int, settings: dict) -> None:
    """Put up the walls around this process; tell how it went, and serve."""
    from autograder.engine.sandbox import isolation

    os.setsid()  # a signal to its process group is none to the processes outside
    try:
        if settings["walls"]:
            isolation.leave_namespaces(settings["user"])
        isolation.die_with_parent()  # only now: a change of user undoes it
        if settings["walls"]:
            isolation.furnish(order["limits"]["disk"], settings["own_tmp"])
            isolation.limit(order["limits"])
            isolation.drop_privileges(bytes.fromhex(settings["seccomp"]))
    except OSError as error:
        os.write(writing, json.dumps({"error": str(error)}).encode())
        return
    os.write(writing, b"{}")
    os.close(writing)
    _serve(order, descriptor, settings)


def _serve(order: dict, descriptor: int, settings: dict) -> None:
    """Be the learner's process."""
    from IPython import get_ipython

    from autograder.engine.learner.descriptors import Descriptors
    from autograder.engine.learner.learner import Learner
    from autograder.engine.learner.withheld import know
    from autograder.engine.protocol import frames, own_codecs

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
    know(settings["withheld"])
    own_codecs.load(settings["codecs"])
    descriptors = Descriptors(folder)
    frames.send(channel, {"ready": True})
    Learner(channel, get_ipython(), descriptors).serve()


if __name__ == "__main__":
    main()
