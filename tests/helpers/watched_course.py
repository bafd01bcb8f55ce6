"""A tiny course with an exchange, learners who submit to it, and `autograder watch` over it."""

import os
import shutil
import signal
import time

import nbformat
from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import notebook_hash
from tiny_course import TinyCourse, answer, book, check, essay

UNIT = "u"
RIGHT = "def double(x):\n    return 2 * x"
WRONG = "def double(x):\n    return 4"
LOOP = "while True:\n    pass"
PATIENCE = 180


class WatchedCourse(TinyCourse):
    """One released unit with three points, and an essay for two in another one."""

    @classmethod
    def new(cls, folder, commands, *config):
        """Make the course and release its units."""
        exchange = folder / "exchange"
        exchange.mkdir(parents=True)
        exchange.chmod(0o777)
        own = ["c.ExchangeCollect.check_owner = False", 'c.Exchange.root = "../exchange"']
        made = super().new(folder, commands, *own, *config)
        double = answer("double", RIGHT)
        tests = [
            check("visible", "assert double(2) == 4"),
            check("hidden", "assert double(5) == 10", 2),
        ]
        made.add(UNIT, u=book(double, *tests))
        made.add(
            "essay",
            essay=book(
                essay("thoughts"), answer("free", "pass"), check("sum", "assert 1 + 1 == 2")
            ),
        )
        for unit in (UNIT, "essay"):
            made.nbgrader("release_assignment", unit)
        return made

    @property
    def exchange(self):
        """The folder of the course in the exchange."""
        return self.root.parent / "exchange" / "tiny"

    def send(self, student, text=RIGHT, unit=UNIT, only=None):
        """Let a learner submit through the exchange; return where the feedback will be.

        All notebooks of the unit get the same answer, unless only some are sent.
        """
        home = self.root.parent / "homes" / student
        shutil.rmtree(home / unit, ignore_errors=True)
        (home / unit).mkdir(parents=True)
        for path in (self.root / "release" / unit).glob("*.ipynb"):
            made = nbformat.read(path, as_version=4)
            for cell in made.cells:
                if cell.metadata.nbgrader.solution:
                    cell.source = text
            if only is None or path.stem in only:
                nbformat.write(made, home / unit / path.name)
        app = NbGrader()
        directory = CourseDirectory(parent=app, course_id="tiny")
        directory.assignment_id, directory.student_id = unit, student
        who = {"coursedir": directory, "authenticator": Authenticator(parent=app)}
        submitting = ExchangeFactory(parent=app).Submit(**who)
        submitting.log.disabled = True
        submitting.root, submitting.cache = str(self.exchange.parent), str(home / ".cache")
        submitting.assignment_dir = str(home)
        submitting.start()
        sent = self.exchange / "inbound" / submitting.assignment_filename
        return Sent(self, sent, unit)

    # The command

    def try_tests(self):
        """Find where the tests run, which `watch` does when the first submission has come."""
        for unit in (UNIT, "essay"):
            self.grade(unit, status=2)  # nobody has submitted it, which is seen only then

    def once(self, *words, status=0, **settings):
        """Run `autograder watch --once`; return what it printed."""
        found, said = self.autograder("watch", "--once", "--jobs", "1", *words, **settings)
        assert found == status, said
        assert "Traceback" not in said
        return said

    def start(self, *words):
        """Start `autograder watch`; return its process id as soon as it watches."""
        pid = self.commands.start(self.root, "autograder", "watch", *words)
        self.wait(lambda: "Watching" in self.said())
        return pid

    def said(self):
        """What the running command has printed."""
        return self.commands.printed(self.root)

    def wait(self, condition):
        """Wait until something is so, as long as the command runs."""
        until = time.monotonic() + PATIENCE
        while not condition():
            assert self.commands.status(0.02) is None, self.said()
            assert time.monotonic() < until, self.said()

    def stop(self, pid, number=signal.SIGTERM, status=0):
        """End the running command; nothing of it may be left."""
        os.kill(pid, number)
        assert self.commands.status(60) == status, self.said()
        self.commands.check_alone()
        assert "Traceback" not in self.said()

    # What is there afterwards

    def scores(self, unit=UNIT):
        """The exported scores of a unit, by learner."""
        self.nbgrader("export")
        lines = (self.root / "grades.csv").read_text(encoding="utf-8").splitlines()
        names = lines[0].split(",")
        rows = [dict(zip(names, line.split(","), strict=True)) for line in lines[1:]]
        return {
            row["student_id"]: float(row["score"])
            for row in rows
            if row["assignment"] == unit and row["timestamp"]
        }

    def litter(self):
        """What an interrupted run has left half done."""
        folders = [self.root, self.exchange / "feedback"]
        found = [path for folder in folders for path in folder.rglob("*")]
        return sorted(
            str(path) for path in found if path.name.endswith((".new", ".old", "-tmp.html"))
        )

    def copy(self, folder):
        """The same course and exchange, in the same state, elsewhere."""
        shutil.copytree(self.root.parent, folder / "copy", symlinks=True)
        return type(self)(folder / "copy", self.commands)


class Sent:
    """One submission in the exchange."""

    def __init__(self, course, folder, unit):
        self.course = course
        self.folder = folder
        self.feedback = self.feedback_on(unit)

    def feedback_on(self, notebook):
        """Where the page of a notebook is released to."""
        secret = (self.folder / "submission_secret.txt").read_text()
        name = f"{notebook_hash(secret=secret, notebook_id=notebook)}.html"
        return self.course.exchange / "feedback" / name

    def has_feedback(self):
        """Whether its page has been released."""
        return self.feedback.is_file()

    def page(self):
        """The released page."""
        return self.feedback.read_text(encoding="utf-8")
