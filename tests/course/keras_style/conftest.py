"""Real Keras 3 on JAX in float64, for the tests that hold this library against it."""

import os
import sys

import pytest

# All are read when keras and jax are first imported. Each network is compiled for a few small
# batches: making the code good takes longer than running it saves.
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_DISABLE_MOST_OPTIMIZATIONS", "1")


# Real Keras 3.15 converts its variables in a way that NumPy 2 finds old-fashioned.
REAL_KERAS_WARNINGS = pytest.mark.filterwarnings(
    "ignore:__array__ implementation doesn't accept a copy keyword:DeprecationWarning"
)


def pytest_collection_modifyitems(items):
    """Excuse that one warning in the tests that use real Keras, which are slow, and nowhere else.

    Loading it and compiling its networks takes most of the time of this folder.
    """
    for item in items:
        if "real" in getattr(item, "fixturenames", ()):
            item.add_marker(REAL_KERAS_WARNINGS)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def real():
    """The real Keras, set to float64."""
    reason = "real Keras is not installed: pip install -e '.[keras]'"
    jax = pytest.importorskip("jax", reason=reason)
    keras = pytest.importorskip("keras", reason=reason)
    _let_go_of_stderr()
    if keras.backend.backend() != "jax":
        pytest.skip(f"real Keras runs on {keras.backend.backend()}, these tests want jax")
    jax.config.update("jax_enable_x64", True)
    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    yield keras
    keras.config.set_floatx(before)
    jax.config.update("jax_enable_x64", False)


def _let_go_of_stderr():
    """Keep absl, which Keras logs with, from closing pytest's own stderr.

    Its log handler holds the stderr of the moment when it was imported and closes it as soon as
    somebody configures logging anew, as nbgrader does in other tests of the same process.
    """
    from absl import logging

    logging.get_absl_handler().python_handler.stream = sys.__stderr__
