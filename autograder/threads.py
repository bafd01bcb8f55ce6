"""Numeric libraries are held to one thread; imported before any of them, by the command itself.

A process that forks others must have one thread, and results should not depend on how many cores a
machine has.
"""

import multiprocessing
import os
from multiprocessing.context import BaseContext

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


def process_context() -> BaseContext:
    """Return the way in which worker processes start.

    A process with one thread is simply forked, with all that it has loaded. With several threads
    (in Jupyter's server, say) that is not safe: fresh processes are started instead. (Not from a
    fork server: it would outlive a parent that is killed, and the workers with it.)
    """
    tasks = "/proc/self/task"
    if os.path.isdir(tasks) and len(os.listdir(tasks)) == 1:
        return multiprocessing.get_context("fork")
    os.environ.update(ONE_THREAD)  # read by the libraries that the new processes import
    return multiprocessing.get_context("spawn")
