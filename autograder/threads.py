"""Numeric libraries are held to one thread; imported before any of them, by the command itself.

A process that forks others must have one thread, and results should not depend on how many cores a
machine has.
"""

import os

ONE_THREAD = {
    name: "1"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
    )
}

os.environ.update(ONE_THREAD)
