"""The committed notebooks and what their texts give now."""

import subprocess
import sys

from unit import ROOT


def test_no_notebook_has_drifted_from_its_text():
    command = [sys.executable, "-m", "autograder", "build", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
