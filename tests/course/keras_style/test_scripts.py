"""Do scripts as beginners write them run on this library and, one import changed, on Keras?"""

from pathlib import Path

import numpy as np
import pytest

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.py"))
OUR_IMPORT = "from course import keras_style as keras"


def run(text, name):
    """Run a script and return its variables."""
    variables = {"__name__": "__main__"}
    exec(compile(text, name, "exec"), variables)
    return variables


@pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`/`input_dim`:UserWarning")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_script_runs_on_both(real, script, tmp_path, monkeypatch):
    """Does it come to its end, with the same kinds of numbers in the same shapes?"""
    monkeypatch.chdir(tmp_path)
    text = script.read_text(encoding="utf-8")
    assert text.count(OUR_IMPORT) == 1
    ours = run(text, script.name)
    theirs = run(text.replace(OUR_IMPORT, "import keras"), script.name)
    assert theirs["keras"] is real
    assert list(ours["history"].history) == list(theirs["history"].history)
    assert ours["model"].count_params() == theirs["model"].count_params()
    assert ours["model"].input_shape == theirs["model"].input_shape
    assert ours["predictions"].shape == theirs["predictions"].shape
    assert np.isfinite(ours["predictions"]).all()


def test_ten_scripts():
    """Are they all there?"""
    assert len(SCRIPTS) == 10
