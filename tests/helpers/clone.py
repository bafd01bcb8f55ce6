"""A fresh clone of this project, as a stranger has it."""

import shutil
import subprocess

import pytest
from unit import ROOT


def fresh_clone(folder):
    """Lay what git knows of this project into a folder."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is not a git checkout: nothing to clone")
    for name in listed.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
