"""Where a sandbox cannot be had, is that said at the start, with the system's own words?"""

import os
import shutil

import pytest
import sandbox_needed  # noqa: F401

from autograder.engine.sandbox.sandbox import NoSandbox, Sandbox

REFUSES = "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1"
WITHOUT_RIGHTS = 'exec {bwrap} "${{@/#--cap-add/--cap-drop}}"'


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (REFUSES, "it does not start (bwrap: setting up uid map: Permission denied)"),
        (WITHOUT_RIGHTS, "it lets no process start"),
    ],
)
def test_a_sandbox_that_does_not_work_is_refused(tmp_path, monkeypatch, script, said):
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/bash\n" + script.format(bwrap=shutil.which("bwrap")))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(NoSandbox) as refused:
        Sandbox.prepared((), (), ())
    assert said in refused.value.message
    assert "AppArmor" in refused.value.message and "--no-isolation" in refused.value.message


def test_a_sandbox_that_works_is_not_refused():
    assert Sandbox.prepared((), (), ()).walls
