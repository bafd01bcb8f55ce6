"""How fast and how small is course.keras_style beside other libraries, on the same work?

    python -m bench.keras_style              # all rows, some five to ten minutes
    python -m bench.keras_style --quick      # one repetition
    python -m bench.keras_style --check      # exit status 1 if a bound is missed

Every measurement is a fresh process with one thread for linear algebra. Contenders take turns, so
that a busy machine is busy for all of them, and the table shows medians; processor seconds, which
neighbours disturb less, stand beside. Libraries that are not installed are left out and named.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from importlib.util import find_spec
from pathlib import Path

from bench.keras_contenders import CONTENDERS, DATA, Work, keras_model
from course import keras_style

ROOT = Path(__file__).resolve().parent.parent
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
NEEDS = {
    "scikit-learn": ["sklearn"],
    "Keras on JAX": ["keras", "jax"],
    "Keras on JAX, compiled before": ["keras", "jax"],
    "Keras on JAX, whole epochs": ["keras", "jax"],
    "Keras on JAX, both": ["keras", "jax"],
    "PyTorch eager": ["torch"],
    "numba scalar loop": ["numba"],
}
ROWS = [
    Work("8-16-8-1, batch 10", "pima", (8, 16, 8, 1), 10, 150),
    Work("8-16-8-1, batch 32", "pima", (8, 16, 8, 1), 32, 150),
    Work("8-16-8-1, batch 256", "pima", (8, 16, 8, 1), 256, 150),
    Work("784-128-64-10, batch 32", "digits", (784, 128, 64, 10), 32, 2),
    Work("784-128-64-10, batch 256", "digits", (784, 128, 64, 10), 256, 3),
]


def measure_here(contender, row):
    """Do one measurement in this process."""
    work = ROWS[row]
    if contender == "memory":
        return peak_memory(work)
    if contender == "bar":
        return cost_of_bar(work)
    x, y = DATA[work.data]()
    train = CONTENDERS[contender](x, y, work)
    begin, begin_cpu = time.perf_counter(), time.process_time()
    train()
    return time.perf_counter() - begin, time.process_time() - begin_cpu


def cost_of_bar(work):
    """Return what drawing the progress bar into a pipe adds, as a share of the time without."""
    x, y = DATA[work.data]()
    model = keras_model(keras_style, work)
    seconds = {0: [], 1: []}
    for _ in range(7):
        for verbose, values in seconds.items():
            begin = time.process_time()
            model.fit(x, y, batch_size=work.batch_size, epochs=work.epochs, verbose=verbose)
            values.append(time.process_time() - begin)
    return statistics.median(seconds[1]) / statistics.median(seconds[0]) - 1


def peak_memory(work):
    """Return [peak, data, parameters] in bytes, as Python's tracemalloc counts them."""
    keras_model(keras_style, work)  # so that nothing is imported while counting
    tracemalloc.start()
    x, y = DATA[work.data]()
    model = keras_model(keras_style, work)
    tracemalloc.reset_peak()
    model.fit(x, y, batch_size=work.batch_size, epochs=1, verbose=0)
    return [tracemalloc.get_traced_memory()[1], x.nbytes + y.nbytes, model.parameters.nbytes]


def measure(contender, row):
    """Do one measurement in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.keras_style", "--one", contender, str(row)],
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{contender} failed on {ROWS[row].name}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def times_of(row, contenders, repetitions):
    """Return each contender's median (seconds, processor seconds) on one row, taking turns."""
    found = {name: [] for name in contenders}
    for _ in range(repetitions):
        for name in contenders:
            found[name].append(measure(name, row))
    return {
        name: [statistics.median(values) for values in zip(*both, strict=True)]
        for name, both in found.items()
    }


def bounds(row, times):
    """Yield (what, found, bound, held) for each promised bound that `times` can tell of."""
    first = row == 0
    least = {"scikit-learn": 6.0, "Keras on JAX": 10.0} if first else {"scikit-learn": 1.0}
    for name, bound in least.items():
        if name in times:
            ratio = times[name][0] / times["ours"][0]
            yield f"{name} takes", f"{ratio:.1f} times ours", f"at least {bound:g}", ratio >= bound
    if first:
        cost = measure("bar", row)
        yield "the progress bar adds", f"{cost:+.1%}", "at most 5 %", cost <= 0.05


def report_memory(row):
    """Print the memory of one row, and return whether it is within its bound.

    On the small table a batch's own sums weigh as much as the data, so the bound is asked of
    the large one.
    """
    peak, data, parameters = measure("memory", row)
    limit = 2 * data + parameters
    asked = ROWS[row].data == "digits"
    verdict = ("held" if peak < limit else "MISSED") if asked else "not asked of so small a table"
    print(
        f"  memory: peak {peak / 1e6:.2f} MB with data of {data / 1e6:.2f} MB and parameters of "
        f"{parameters / 1e6:.3f} MB (under {limit / 1e6:.2f} MB: {verdict})"
    )
    return peak < limit or not asked


def main():
    """Measure all rows and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--one", nargs=2, metavar=("CONTENDER", "ROW"), help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="one repetition instead of three")
    parser.add_argument("--check", action="store_true", help="fail if a bound is missed")
    options = parser.parse_args()
    if options.one:
        print("\n" + json.dumps(measure_here(options.one[0], int(options.one[1]))))
        return
    missing = {name for name, needs in NEEDS.items() if not all(map(find_spec, needs))}
    contenders = [name for name in CONTENDERS if name not in missing]
    if missing:
        print(f"not installed, left out: {', '.join(sorted(missing))}")
    all_held = True
    for row, work in enumerate(ROWS):
        print(f"\n{work.name}, {work.epochs} epochs of Adam ({work.data})")
        times = times_of(row, contenders, 1 if options.quick else 3)
        for name, (seconds, processor) in times.items():
            times_ours = [seconds / times["ours"][0], processor / times["ours"][1]]
            print(
                f"  {name:<30} {seconds:7.3f} s {times_ours[0]:6.2f} times ours   "
                f"(processor: {processor:7.3f} s, {times_ours[1]:6.2f} times)"
            )
        for what, found, bound, held in bounds(row, times):
            print(f"  {what} {found} ({bound}): {'held' if held else 'MISSED'}")
            all_held &= held
        all_held &= report_memory(row)
    if options.check and not all_held:
        sys.exit(1)


if __name__ == "__main__":
    main()
