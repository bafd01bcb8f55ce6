"""A real JupyterLab, opened by one of our commands for a test and ended with it."""

import contextlib
import json
import os
import re
import subprocess
import time
import urllib.request
from http.client import HTTPException

import psutil
import pytest
from own_port import own_port

SECONDS_TO_START = 120
EXPOSED = {"LabApp": {"expose_app_in_browser": True}}
"""What a test waits for is often a state that JupyterLab's pages do not show."""


@contextlib.contextmanager
def running_lab(course, folder, *words):
    """Run `course lab` on a fresh desk until it answers.

    Parameters
    ----------
    course : list
        How the command is spelled: `["course"]`, or a Python and `-m course`.
    folder : pathlib.Path
        An empty folder; the desk is made in it.
    words : str
        More words for the command.

    Yields
    ------
    process : subprocess.Popen
    desk : pathlib.Path
    address : str
        The address with its token, as a learner sees it.
    """
    desk = folder / "desk"
    with running_server([*course, "lab", "--desk", desk, *words], folder) as (process, address):
        yield process, desk, address


@contextlib.contextmanager
def running_server(command, folder):
    """Run a command that opens JupyterLab until it answers.

    Parameters
    ----------
    command : list
        `--no-browser` and `--port` are put at its end.
    folder : pathlib.Path
        Its home, and where it starts.

    Yields
    ------
    process : subprocess.Popen
    address : str
        The address with its token, as the command tells it.
    """
    log = folder / "log"
    # A home of its own: neither the settings of who runs the tests nor their desk take part.
    own = {**os.environ, "HOME": str(folder), "USERPROFILE": str(folder)}
    own.pop("PYTHONPATH", None)
    settings = folder / ".jupyter"
    settings.mkdir(exist_ok=True)
    (settings / "jupyter_lab_config.json").write_text(json.dumps(EXPOSED))
    with own_port() as port:
        with log.open("w") as output:
            process = subprocess.Popen(
                [*command, "--no-browser", "--port", str(port)],
                cwd=folder,
                env=own,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            yield process, _wait_for_address(process, log, port)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for_address(process, log, port):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        told = re.search(rf"http://127\.0\.0\.1:{port}/\S+", log.read_text())
        if told:
            try:
                get(f"http://127.0.0.1:{port}/api")
            except (OSError, HTTPException):
                pass  # told, but not listening yet, or with much else to do
            else:
                return told.group()
        time.sleep(0.1)  # between two looks, until the deadline
    pytest.fail(f"no answer; the command said: {log.read_text()}")


def get(page, address=False):
    """Fetch a page as text; or return the address that it came from in the end."""
    with urllib.request.urlopen(page, timeout=60) as answer:
        return answer.url if address else answer.read().decode()


SECONDS_TO_PREPARE = 240


class Lab:
    """A running `course lab`, asked about one unit as JupyterLab's panels ask it."""

    def __init__(self, process, desk, address, unit):
        self.process = process
        self.desk = desk
        self.unit = unit
        self.base, self.token = re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", address).groups()

    def post(self, path, **body):
        """Press a button; return its answer."""
        request = urllib.request.Request(
            f"{self.base}/assignments/{path}",
            data=json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=300) as answer:
            return json.load(answer)

    def submit(self):
        return self.post("submit", course_id="neural_networks", assignment_id=self.unit)

    def submit_and_wait(self):
        """Submit; return the unit's submissions as soon as the newest one has its feedback.

        Submit itself waits for it, but no longer than it takes on a machine that has time.
        """
        until = time.monotonic() + SECONDS_TO_PREPARE
        found = self.submissions(self.submit())
        while not found[-1]["has_local_feedback"]:
            assert time.monotonic() < until and self.process.poll() is None, found
            time.sleep(0.1)  # between two looks, until the deadline
            page = f"{self.base}/assignments?course_id=neural_networks&token={self.token}"
            found = self.submissions(json.loads(get(page)))
        return found

    def submissions(self, answer):
        """The submissions of a unit in the list that a button's answer holds, oldest first."""
        assert answer["success"], answer
        (found,) = [
            each
            for each in answer["value"]
            if each["status"] == "submitted" and each["assignment_id"] == self.unit
        ]
        return found["submissions"][::-1]

    def home(self):
        """What Home shows."""
        return json.loads(get(f"{self.base}/course/home?token={self.token}"))

    def ready(self):
        """Wait until the grader behind the desk is ready."""
        until = time.monotonic() + SECONDS_TO_PREPARE
        while grader(self.desk) != "ready":
            assert time.monotonic() < until and self.process.poll() is None
            time.sleep(0.1)  # between two looks, until the deadline
        return self


def started_by(process, word):
    """The processes below one that have such a word in their command line."""
    found = []
    for each in psutil.Process(process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # others come and go
            found += [each] if word in each.cmdline() else []
    return found


def grader(desk):
    """The state of the grader behind a desk."""
    try:
        return json.loads((desk / ".course" / "grader.json").read_text())["state"]
    except FileNotFoundError:
        return "off"
