"""How long things take: importing the course, running each unit, building all of them."""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]


def seconds(command, **kwargs):
    """Return how long a command takes, in seconds of wall-clock time."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, **kwargs)
    return time.perf_counter() - start


def import_cost(repeats=9):
    """Print what `import course` and its parts cost beyond `import numpy`, measured in turn."""
    cases = {
        "import course": "import numpy, course",
        "checks, data, toolbox, figures": (
            "import numpy; from course import bank, checks, pima, toolbox; "
            "from course.figures import network, style"
        ),
    }
    for name, code in cases.items():
        extra = []
        for _ in range(repeats):
            plain = seconds([sys.executable, "-c", "import numpy"])
            extra.append(seconds([sys.executable, "-c", code]) - plain)
        print(f"{name:34} {statistics.median(extra):6.3f} s beyond numpy   (limit 0.150)")


def unit_times():
    """Print how long each solution notebook runs, from a cold kernel to its last cell."""
    for path in sorted(ROOT.glob("source/*/*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        start = time.perf_counter()
        NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=60,
            extra_arguments=["--log-level=ERROR"],  # not its remark that it is not encrypted
        ).execute(cwd=path.parent)
        print(f"{path.stem:34} {time.perf_counter() - start:6.2f} s   (limit 15)")


def build_time():
    """Print how long it takes to build all units from their texts, in a copy without a cache."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        ignored = shutil.ignore_patterns(".git", ".venv", ".build-cache.json")
        shutil.copytree(ROOT, copy, ignore=ignored)
        command = [sys.executable, "-m", "autograder", "build", "--course-dir", str(copy)]
        print(f"{'autograder build, all units':34} {seconds(command):6.1f} s   (limit 90)")
        print(f"{'autograder build, nothing changed':34} {seconds(command):6.1f} s")


def main():
    print("Times for learners and CI")
    import_cost()
    unit_times()
    build_time()


if __name__ == "__main__":
    main()
