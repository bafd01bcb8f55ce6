"""How long our commands take to open JupyterLab, beside plain `jupyter lab` in this environment.

Each figure is the median of fresh processes with fresh homes, taken in turns. The clock starts with
the command. It stops when JupyterLab's page has been answered or, for a learner, when the first
code cell of unit 00 has run: asked for over the server's own interface, as JupyterLab does, so that
no browser takes part. What the browser adds is in `bench/desk.py`. Processor seconds are those of
the command and of everything that it has started, up to the same moment.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import psutil
import websocket

ROOT = Path(__file__).parents[1]
N = 5
PATIENCE = 60
REQUIRED = 0.6
UNIT = "00_start_here"
TOLD = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*token=(\w+)")
SETTINGS = ("JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")


class Server:
    """A command that opens JupyterLab, in a home folder of its own.

    Parameters
    ----------
    words : list of str
        The command, for `python -m`.
    home : pathlib.Path
        Its home folder.
    folder : pathlib.Path
        Where it starts.
    """

    def __init__(self, words, home, folder):
        self.log = home / "log"
        own = {key: value for key, value in os.environ.items() if key not in SETTINGS}
        self.began = time.perf_counter()
        with self.log.open("w") as output:
            self.process = psutil.Popen(
                [sys.executable, "-m", *words],
                cwd=folder,
                env={**own, "HOME": str(home)},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def open(self):
        """Wait for the page of JupyterLab; raise RuntimeError if it does not come."""
        while not (told := TOLD.search(self.log.read_text())):
            self._wait()
        self.base, self.token = told.groups()
        while True:
            try:
                return self.ask("/lab")
            except urllib.error.HTTPError:
                raise
            except urllib.error.URLError:  # told, but not listening yet
                self._wait()

    def ask(self, address, **body):
        """Return what the server answers to GET or, with a body, to POST."""
        request = urllib.request.Request(
            self.base + address,
            data=json.dumps(body).encode() if body else None,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.read()

    def run_first_cell(self, path):
        """Open a notebook, start its kernel, and run its first code cell; return what it printed.

        Parameters
        ----------
        path : str
            The notebook, from the server's root.
        """
        book = json.loads(self.ask(f"/api/contents/{path}"))["content"]
        code = next(cell["source"] for cell in book["cells"] if cell["cell_type"] == "code")
        kernel = {"name": book["metadata"]["kernelspec"]["name"]}
        session = self.ask("/api/sessions", path=path, name="", type="notebook", kernel=kernel)
        kernel = json.loads(session)["kernel"]["id"]
        channels = websocket.create_connection(
            f"ws{self.base.removeprefix('http')}/api/kernels/{kernel}/channels",
            header=[f"Authorization: token {self.token}"],
            timeout=PATIENCE,
        )
        try:
            return _run(channels, code)
        finally:
            channels.close()

    def spent(self):
        """Return seconds since the start, and processor seconds of the whole tree of processes."""
        seconds = time.perf_counter() - self.began
        processor = 0.0
        for each in [self.process, *self.process.children(recursive=True)]:
            processor += sum(each.cpu_times()[:4])
        return seconds, processor

    def end(self):
        """End it, and wait for all that it has started: the home is taken away afterwards."""
        tree = [self.process, *self.process.children(recursive=True)]
        self.process.terminate()
        psutil.wait_procs(tree, PATIENCE)

    def _wait(self):
        if self.process.poll() is not None or time.perf_counter() - self.began > PATIENCE:
            raise RuntimeError(f"JupyterLab did not start: {self.log.read_text()}")
        time.sleep(0.01)


def _run(channels, code):
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": "bench"}
    header |= {"username": "bench", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
    channels.send(json.dumps({**message, "channel": "shell", "buffers": []}))
    printed = ""
    while True:
        heard = json.loads(channels.recv())
        if heard["parent_header"].get("msg_id") != header["msg_id"]:
            continue
        if heard["msg_type"] == "error":
            raise RuntimeError("\n".join(heard["content"]["traceback"]))
        if heard["msg_type"] == "stream":
            printed += heard["content"]["text"]
        if heard["msg_type"] == "execute_reply":
            return printed


def once(words, folder, path=None, course=None):
    """Open JupyterLab by a command and end it; return seconds and processor seconds.

    Parameters
    ----------
    words : list of str
        The command, for `python -m`.
    folder : pathlib.Path
        The empty folder of this start.
    path : str, optional
        The notebook whose first cell is run; without it the clock stops with the page.
    course : pathlib.Path, optional
        What the command is started in, copied; an empty folder without it.
    """
    home, place = folder / "home", folder / "place"
    home.mkdir(parents=True)
    shutil.copytree(course, place) if course else place.mkdir()
    server = Server([*words, "--no-browser"], home, place)
    try:
        server.open()
        if path:
            server.run_first_cell(path)
        return server.spent()
    finally:
        server.end()


def course_folder(folder):
    """Make a course folder with one unit for `autograder desk`; return it."""
    shutil.copytree(ROOT / "source" / UNIT, folder / "source" / UNIT)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder


def compared(name, stock, ours):
    """Print one line about two commands, each a list of arguments for `once`."""
    taken = [[], []]
    with tempfile.TemporaryDirectory() as folder:
        for n in range(N):
            for place, arguments in enumerate((stock, ours)):
                taken[place].append(
                    once(arguments[0], Path(folder, f"{n}_{place}"), *arguments[1:])
                )
    (plain, plain_cpu), (own, own_cpu) = (
        [statistics.median(column) for column in zip(*each, strict=True)] for each in taken
    )
    print(
        f"{name:44} {own:5.2f} s, jupyter lab {plain:5.2f} s: {own / plain:.2f} (required "
        f"{REQUIRED}); processor {own_cpu:5.2f} s and {plain_cpu:5.2f} s: {own_cpu / plain_cpu:.2f}"
    )


def main():
    """Print the table."""
    print("From a command to JupyterLab (medians of fresh processes, taken in turns)")
    lab = ["jupyterlab", "--allow-root"]
    with tempfile.TemporaryDirectory() as folder:
        course = course_folder(Path(folder, "course"))
        unit = f"{UNIT}/00a_first_steps.ipynb"
        compared(
            "`course lab` until the first cell has run",
            (lab, unit, ROOT / "release"),
            (["course", "lab"], unit),
        )
        compared(
            "`autograder desk` until the page answers",
            (lab, None, course),
            (["autograder", "desk"], None, course),
        )


if __name__ == "__main__":
    main()
