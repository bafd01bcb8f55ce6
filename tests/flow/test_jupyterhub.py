"""A real JupyterHub with an instructor and two learners, set up as docs/jupyterhub.md says."""

import json
import pwd
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest
import requests
import sandbox_needed  # noqa: F401
from browser_page import browser, page
from own_machine import OwnMachine
from own_port import own_port
from unit import ROOT, book_names, exercises

__all__ = ["browser", "page"]  # fixtures

pytest.importorskip("jupyterhub", reason="jupyterhub is not installed")
pytestmark = pytest.mark.slow

COURSE = "neural_networks"
HOMES = "/home"
UNIT = "02_forward_propagation"
BOOKS = book_names(UNIT)
EXCHANGE = f"/srv/nbgrader/exchange/{COURSE}"
IN_BOOK = {
    book: sum(sum(found.points.values()) for found in exercises(UNIT) if found.book == book)
    for book in BOOKS
}
POINTS = sum(IN_BOOK.values())
SOLUTIONS = {exercise.name: exercise.solution for exercise in exercises(UNIT)}
SECONDS = 90
"""The longest that a server may take to start."""


def set_up(machine):
    """Do what the docs ask of an administrator, and lay the course into the instructor's home."""
    said = (ROOT / "docs" / "jupyterhub.md").read_text(encoding="utf-8")
    (commands,) = re.findall(r"<!-- set up -->\n+((?:    .*\n|\n)+)", said)
    machine.run("sh", "-eux", given=commands.replace("sudo ", ""))
    for name in ("teacher", "ada", "ben"):
        machine.run("chpasswd", given=f"{name}:word of {name}")
    machine.run("cp", "-r", ROOT / "examples" / "jupyterhub", "/etc")
    for path in ("nbgrader_config.py", *(f"source/{UNIT}/{book}.ipynb" for book in BOOKS)):
        target = f"{HOMES}/teacher/{COURSE}/{path}"
        machine.run("mkdir", "-p", target.rpartition("/")[0], user="teacher")
        text = (ROOT / path).read_text(encoding="utf-8")
        machine.run("tee", target, user="teacher", given=text)


class Hub:
    """The hub, running."""

    def __init__(self, machine, folder, ports):
        self.machine = machine
        self.address = f"http://127.0.0.1:{ports[0]}"
        self.log = folder / "log"
        with self.log.open("w") as log:
            self.process = machine.start(
                # Debian's proxy looks for its modules here, whatever Node.js runs it.
                *("env", "NODE_PATH=/usr/share/nodejs", sys.executable, "-m", "jupyterhub"),
                "--config=/etc/jupyterhub/jupyterhub_config.py",
                f"--JupyterHub.bind_url={self.address}",
                f"--JupyterHub.hub_bind_url=http://127.0.0.1:{ports[1]}",
                f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{ports[2]}",
                f"--Spawner.http_timeout={SECONDS}",
                f"--Spawner.start_timeout={SECONDS}",
                stdout=log,
                stderr=log,
                cwd="/",
            )
        self.wait(lambda: requests.get(f"{self.address}/hub/api", timeout=10).ok)

    def wait(self, happened):
        """Look until something has happened."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if happened():
                    return
            except (requests.ConnectionError, requests.Timeout):
                pass  # not listening yet, or with much else to do
            time.sleep(0.2)  # between two looks, until the deadline
        pytest.fail(f"nothing happened; the hub said: {self.log.read_text()}")


class Person:
    """Somebody who has logged in, with their own server."""

    def __init__(self, hub, name):
        self.hub = hub
        self.name = name
        self.session = requests.Session()
        assert self.log_in("a wrong word").status_code == 403
        assert self.log_in(f"word of {name}").url.startswith(f"{hub.address}/hub/")
        answer = self._ask_hub("POST", f"users/{name}/tokens")
        self.session.cookies.clear()
        self.session.headers["Authorization"] = f"token {answer.json()['token']}"
        self._ask_hub("POST", f"users/{name}/server")
        hub.wait(lambda: self._ask_hub("GET", f"users/{name}").json()["server"])

    def log_in(self, password):
        """Send the hub's own form."""
        page = f"{self.hub.address}/hub/login"
        self.session.get(page)
        form = {"username": self.name, "password": password, "_xsrf": self._token("/hub/")}
        return self.session.post(page, params={"next": "/hub/token"}, data=form)

    def _token(self, path):
        return self.session.cookies.get("_xsrf", path=path)

    def _ask_hub(self, method, path):
        answer = self.session.request(
            method,
            f"{self.hub.address}/hub/api/{path}",
            headers={"X-XSRFToken": self._token("/hub/") or "", "Referer": self.hub.address},
        )
        assert answer.ok, answer.text
        return answer

    def ask(self, method, path, server=None, **settings):
        """Ask one's own server, or that of somebody else."""
        address = f"{self.hub.address}/user/{server or self.name}/{path}"
        return self.session.request(method, address, allow_redirects=False, **settings)

    def assignments(self, action=None):
        """Use nbgrader's Assignment List; return the unit's entries by status."""
        if action is None:
            answer = self.ask("GET", "assignments", params={"course_id": COURSE})
        else:
            given = {"course_id": COURSE, "assignment_id": UNIT}
            answer = self.ask("POST", f"assignments/{action}", json=given)
        assert answer.ok, answer.text
        said = answer.json()
        assert said["success"], said["value"]
        return {entry["status"]: entry for entry in said["value"]}

    def home(self):
        """Return what Home shows."""
        answer = self.ask("GET", "course/home")
        assert answer.ok, answer.text
        return answer.json()

    def read(self, path):
        """Read one of one's own files."""
        answer = self.ask("GET", f"api/contents/{path}", params={"content": "1"})
        assert answer.ok, answer.text
        return answer.json()["content"]

    def solve(self):
        """Write the right answers into the fetched notebooks."""
        for path in (f"{UNIT}/{book}.ipynb" for book in BOOKS):
            notebook = self.read(path)
            for cell in notebook["cells"]:
                grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
                cell["source"] = SOLUTIONS.get(grade_id, cell["source"])
            model = json.dumps({"type": "notebook", "content": notebook})
            assert self.ask("PUT", f"api/contents/{path}", data=model).ok

    def check_feedback(self, submission, full):
        """See that each notebook's page says full points, or none."""
        for book, points in IN_BOOK.items():
            said = self.read(f"{submission['local_feedback_path']}/{book}.html")
            assert f"Feedback for {self.name}" in said
            assert f"{points if full else 0:g} of {points:g} points" in said

    def press(self, path):
        """Press one of the Formgrader's buttons."""
        answer = self.ask("POST", f"formgrader/api/{path}")
        assert answer.ok, answer.text
        said = answer.json()
        assert said["success"], f"{said['error']}\n{said['log']}"


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """The hub on a machine of its own, with its users."""
    if shutil.which("configurable-http-proxy") is None:
        pytest.skip("there is no configurable-http-proxy (Debian: node-configurable-http-proxy)")
    machine = OwnMachine()
    try:
        set_up(machine)
        with own_port() as shown, own_port() as inner, own_port() as proxy:
            yield Hub(machine, tmp_path_factory.mktemp("hub"), [shown, inner, proxy])
    finally:
        machine.end()


def test_a_machine_of_its_own_leaves_nothing():
    """Are its users, files and processes gone with it?"""
    name = "somebody_of_a_test"
    left = Path(tempfile.gettempdir(), name)
    machine = OwnMachine()
    try:
        machine.run("useradd", "--create-home", name)
        machine.run("touch", left, user=name)
        assert machine.run("ls", f"{HOMES}/{name}", left) == f"{left}\n\n{HOMES}/{name}:\n"
        sleeping = machine.start("sleep", "infinity")
    finally:
        machine.end()
    assert sleeping.returncode
    assert not left.exists() and not Path(HOMES, name).exists()
    with pytest.raises(KeyError):
        pwd.getpwnam(name)


def test_a_class_on_a_hub(hub, page):
    """Does a unit go out and come back graded, with nobody seeing what is another's?"""
    teacher, ada, ben = (Person(hub, name) for name in ("teacher", "ada", "ben"))
    grading = teacher.ask("GET", "formgrader/manage_assignments")
    assert grading.ok and COURSE in grading.text
    assert grading.headers["Content-Security-Policy"].startswith("frame-ancestors 'self'")
    for button in ("assign", "release"):
        teacher.press(f"assignment/{UNIT}/{button}")
    for learner in (ada, ben):
        hub.wait(lambda learner=learner: learner.home()["units"])
        assert set(learner.assignments()) == {"fetched"}
    ada.solve()
    for learner in (ada, ben):
        assert "submitted" in learner.assignments("submit")
    check_walls(hub.machine, ada, ben)
    teacher.press(f"assignment/{UNIT}/collect")
    for learner, score in (("ada", POINTS), ("ben", 0)):
        teacher.press(f"submission/{UNIT}/{learner}/autograde")
        found = teacher.ask("GET", f"formgrader/api/submission/{UNIT}/{learner}").json()
        assert (found["score"], found["max_score"]) == (score, POINTS)
        result = json.loads(teacher.read(f"{COURSE}/autograded/{learner}/{UNIT}/result.json"))
        assert result["isolated"] is True
    for button in ("generate_feedback", "release_feedback"):
        teacher.press(f"assignment/{UNIT}/{button}")
    for learner in (ada, ben):
        entry = learner.assignments("fetch_feedback")["submitted"]
        (submission,) = entry["submissions"]
        learner.check_feedback(submission, full=learner is ada)
    ben.solve()
    hand_in_and_read(page, hub, ben)
    last, *_ = ben.assignments("fetch_feedback")["submitted"]["submissions"]
    ben.check_feedback(last, full=True)


def hand_in_and_read(page, hub, learner):
    """Log in with a browser: from Home into a notebook, Submit, and the feedback beside it."""
    page.goto(f"{hub.address}/hub/login")
    page.get_by_label("Username").fill(learner.name)
    page.get_by_label("Password").fill(f"word of {learner.name}")
    page.get_by_role("button", name="Sign in").click()
    home = page.locator(".course-home")
    home.get_by_text(f"You submit to your class ({COURSE})").wait_for(timeout=60_000)
    home.locator(".course-home-feedback").get_by_text(f": 0 of {POINTS:g} points").wait_for()
    book = Path(learner.home()["continue"]["path"]).stem
    home.locator(".course-home-continue button").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    for name in ("Check all", "Feedback", "Submit"):
        button = page.get_by_role("button", name=name, exact=True)
        button.wait_for()
    button.click()
    strip = page.locator(".course-strip:visible")
    strip.get_by_text(re.compile(r"^Handed in at .+ your teacher has graded\.$")).wait_for()
    watch(hub.machine)
    page.get_by_role("button", name="Feedback", exact=True).click()
    shown = page.frame_locator(".lm-DockPanel iframe")
    full = f"{IN_BOOK[book]:g} of {IN_BOOK[book]:g} points"
    shown.locator(".total", has_text=full).wait_for(timeout=60_000)


def watch(machine):
    """Let the instructor do the rest by command, with the settings of the terminal on the hub."""
    settings = "JUPYTER_CONFIG_PATH=/etc/jupyterhub/instructor:/etc/jupyterhub"
    words = ["watch", UNIT, "--once", "--course-dir", f"{HOMES}/teacher/{COURSE}"]
    said = machine.run(
        *("env", settings, sys.executable, "-m", "autograder", *words), user="teacher"
    )
    assert f"{UNIT} ben: graded" in said
    assert "Not isolated" not in said


def check_walls(machine, ada, ben):
    """Nothing of a learner's is open to another, and nothing of the instructor's to either."""
    inbound = f"{EXCHANGE}/inbound"
    names = machine.run("ls", inbound, user="teacher").splitlines()
    assert sorted(name.split("+")[0] for name in names) == ["ada", "ben"]
    (hers,) = (f"{inbound}/{name}" for name in names if name.startswith("ada+"))
    book = f"{BOOKS[0]}.ipynb"
    closed = [inbound, hers, f"{hers}/{book}", f"{hers}/submission_secret.txt"]
    closed += [f"{HOMES}/ada", f"{HOMES}/ada/neural-networks/{UNIT}/{book}"]
    closed += [f"{HOMES}/teacher", "/srv/jupyterhub"]
    for path in closed:
        assert "Permission denied" in machine.run("ls", path, user="ben", fails=True)
        assert "Permission denied" in machine.run("cp", "-r", path, "copy", user="ben", fails=True)
    for command in (["mv", hers, f"{inbound}/mine"], ["rm", "-r", hers], ["touch", f"{hers}/more"]):
        machine.run(*command, user="ben", fails=True)
    machine.run("mv", EXCHANGE, f"{EXCHANGE}_gone", user="ben", fails=True)
    assert machine.run("ls", f"{hers}/{book}", user="teacher")
    assert ben.ask("GET", "api/contents", server="ada").status_code == 403
    assert ben.ask("GET", "formgrader/manage_assignments").status_code == 404
    assert ben.ask("GET", "api/contents", server="teacher").status_code == 403
