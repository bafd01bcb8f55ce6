"""`autograder grade --cluster` in a process of its own, which a test can disturb on its way."""

import os
import subprocess
import sys

from double_course import RIGHT, double_course
from small_cluster import until

SLOW_ANSWER = f"import time\n\ntime.sleep(1)\n{RIGHT}"
CLASS = 8
HANGS = 300
"""Seconds after which something hangs, on however busy a machine."""


def slow_course(folder, commands):
    """A course whose submissions take a second each, so that something is always under way."""
    made = double_course(folder, commands)
    for number in range(CLASS):
        made.submit(f"slow{number:02d}", "double", double=f"{SLOW_ANSWER}  # {number}")
    return made


def saved(course):
    """What lies in the folder of graded submissions, whole."""
    return sorted(course.root.glob("autograded/*/double/result.json"))


AS_IN_A_TERMINAL = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("autograder", run_name="__main__", alter_sys=True)
"""
"""Tests that run in the background of a shell have inherited that Ctrl-C is ignored."""


class Driver:
    """The command under way."""

    def __init__(self, course, cluster):
        self.course = course
        words = ("-c", AS_IN_A_TERMINAL, "grade", "double", "--cluster", cluster.address)
        self.process = subprocess.Popen(
            [sys.executable, *words], cwd=course.root, text=True, env=os.environ,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip

    def has_saved(self, more):
        """Wait until it has saved so many more."""
        before = len(saved(self.course))
        enough = before + more
        until(lambda: len(saved(self.course)) >= enough or self.process.poll() is not None, HANGS)
        assert self.process.poll() is None, self.process.communicate()[0]

    def ends(self):
        """Wait for its end; return the exit status and what it has said."""
        said = self.process.communicate(timeout=HANGS)[0]
        assert "Traceback" not in said, said
        return self.process.returncode, said
