"""Does unit 08's script run unchanged on this library and on Keras, to the same place?"""

import os
import re
import statistics
import subprocess
import sys

import pytest
from unit import ROOT

# Where the recipe ends depends on the first weights: with either library about 60 of 100 seeds
# end in the published range, most others with a slightly lower loss. So three runs are asked.
RUNS = """
import sys
sys.path.insert(0, "examples")
import pima_keras
for seed in (3, 5, 6):
    pima_keras.main(verbose=0, seed=seed)
"""


def run(*options):
    """Return [(loss, accuracy), ...] of three runs in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", RUNS, *options],
        cwd=ROOT,
        env={**os.environ, "KERAS_BACKEND": "jax"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = re.findall(r"loss ([\d.]+), accuracy ([\d.]+)%", done.stdout)
    assert len(found) == 3
    return [(float(loss), float(accuracy) / 100) for loss, accuracy in found]


def check(runs):
    assert 0.44 <= statistics.median(loss for loss, _ in runs) <= 0.49
    assert 0.76 <= statistics.median(accuracy for _, accuracy in runs) <= 0.80


def test_on_this_library():
    """Does it end with loss 0.44 to 0.49 and accuracy 0.76 to 0.80 after 150 epochs?"""
    check(run())


@pytest.mark.slow
@pytest.mark.usefixtures("real")
def test_on_real_keras():
    """And the very same lines on real Keras?"""
    check(run("--real"))
