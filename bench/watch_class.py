"""A large class hands in while `autograder watch` runs: how long does each wait, is any lost?

    python -m bench.watch_class [SUBMISSIONS] [MINUTES] [UNIT] [URL OF A GRADEBOOK]

1,000 submissions unless you say fewer, over ten minutes and all at once, each the solution of unit
02 with its learner's name in it; they come by nbgrader's own class into its own exchange. They are
graded by two processes of this machine, then by two workers of a Dask cluster on it. In between
two watches are started for one course, and the one that works is killed in the middle. UNIT may be
another one of this course, or `double`, which is one small function. The gradebook is SQLite where
you do not give another one, empty.

A learner's clock runs from Submit (where all have submitted before, from the moment when the
command watches) until the page lies in the exchange. The exchange is read again at the end: a page
for everybody. What was graded is read from the lines of the command: everybody, and nobody twice.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

from bench.cluster import SMALL, cluster, small_book
from bench.watch import ROOT, UNIT, Class, tell

MANY = 1_000
MINUTES = 10.0
PATIENCE = 300
"""Seconds without any new page after which a run has failed."""

LINE = re.compile(r"^\S+ (\S+): graded, (\S+) of (\S+) \(", re.MULTILINE)


class Watching:
    """A running `autograder watch`, whose lines are kept in a file.

    Parameters
    ----------
    room : Class
        Whose submissions it grades.
    words : str
        More words for the command.
    """

    def __init__(self, room: Class, *words: str) -> None:
        self.log = room.course.parent / f"watch{time.time_ns()}.log"
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "autograder", "watch", room.unit, *words],
                cwd=room.course,
                env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
                stdout=output,
                stderr=output,
            )

    def said(self) -> str:
        """Return what it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def await_word(self, word: str) -> float:
        """Wait until it has printed something; return the time of day, in seconds."""
        until = time.monotonic() + PATIENCE
        while word not in self.said():
            if time.monotonic() > until:
                raise RuntimeError(self.said())
            time.sleep(0.1)
        return time.time()

    def end(self, number: int = signal.SIGTERM) -> None:
        """End it by a signal."""
        self.process.send_signal(number)
        self.process.wait()


@contextmanager
def watching(room: Class, *words: str) -> Iterator[Watching]:
    """Provide a watch that is ready, and end it afterwards."""
    made = Watching(room, *words)
    try:
        made.await_word("Watching ")
        yield made
    finally:
        made.end()


def learners(room: Class, what: str, n: int) -> list[str]:
    """Return the names of learners whose notebooks are written, and not handed in yet."""
    names = [f"{what}{number:05d}" for number in range(n)]
    for name in names:
        room.write(name)
    return names


def await_pages(pages: dict[str, Path], count: int) -> None:
    """Wait until so many learners have their page."""
    folder = next(iter(pages.values())).parent
    wanted = {path.name for path in pages.values()}
    seen, until = 0, time.monotonic() + PATIENCE
    while seen < count:
        there = len(wanted.intersection(os.listdir(folder))) if folder.is_dir() else 0
        if there > seen:
            seen, until = there, time.monotonic() + PATIENCE
        if time.monotonic() > until:
            raise RuntimeError(f"only {seen} of {count} pages have come")
        time.sleep(0.5)


def told(what: str, began: dict[str, float], pages: dict[str, Path], said: str) -> None:
    """Print what each learner waited, and whether all were graded, none twice.

    Parameters
    ----------
    what : str
        Of the class.
    began : dict
        Learner -> when the clock began, in seconds.
    pages : dict
        Learner -> the page.
    said : str
        By all watches together.
    """
    times = {name: page.stat().st_mtime for name, page in pages.items() if page.exists()}
    graded = Counter(name for name, *_ in LINE.findall(said))
    wrong = [name for name, score, most in LINE.findall(said) if score != most]
    twice = [name for name, count in graded.items() if count > 1]
    tell(what, [times[name] - began[name] for name in times])
    seconds = max(times.values()) - min(began.values())
    print(f"    {len(times) / seconds * 3600:,.0f} an hour", end="")
    print(f"; without a page: {len(pages) - len(times)}", end="")
    print(f", graded twice: {len(twice)}, with points missing: {len(wrong)}", flush=True)


def spread(room: Class, n: int, minutes: float, what: str, *words: str) -> None:
    """Print what learners wait who submit one after the other, at even distances."""
    names, began, pages = learners(room, f"{what}spread", n), {}, {}
    with watching(room, *words) as watch:
        first = time.monotonic()
        for number, name in enumerate(names):
            time.sleep(max(0.0, first + number * 60 * minutes / n - time.monotonic()))
            began[name] = time.time()
            pages[name] = room.submit(name)
        await_pages(pages, n)
    told(f"{n:,} within {minutes:g} minutes", began, pages, watch.said())


def at_once(room: Class, n: int, what: str, *words: str) -> None:
    """Print what learners wait who have all submitted when the watch begins."""
    pages = {name: room.submit(name) for name in learners(room, f"{what}once", n)}
    with watching(room, *words) as watch:
        began = dict.fromkeys(pages, time.time())
        await_pages(pages, n)
    told(f"{n:,} at once", began, pages, watch.said())


def taken_over(room: Class, n: int, url: str) -> None:
    """Print what becomes of a class whose watch is killed in the middle; another one goes on.

    With a gradebook in PostgreSQL the other one has waited for that. In a file it is refused as
    long as the first one works, and is started again.
    """
    pages = {name: room.submit(name) for name in learners(room, "two", n)}
    watches = [Watching(room)]
    try:
        began = dict.fromkeys(pages, watches[0].await_word("Watching "))
        watches.append(Watching(room))
        watches[1].await_word("at work")
        await_pages(pages, n // 2)
        watches[0].end(signal.SIGKILL)
        if not url:
            watches.append(Watching(room))
        await_pages(pages, n)
    finally:
        for watch in watches:
            watch.end()
    said = "".join(watch.said() for watch in watches)
    told(f"{n:,} at once, two watches, one killed", began, pages, said)


def ready(folder: Path, unit: str, url: str) -> Class:
    """Return a class of whose unit it is known where its tests run: one has been graded."""
    source = ROOT / "source" / unit
    if unit == SMALL:
        source = folder / SMALL
        source.mkdir()
        nbformat.write(small_book(), source / f"{SMALL}.ipynb")
    room = Class(folder / "class", source, url)
    page = room.submit(learners(room, "first", 1)[0])
    with watching(room):
        await_pages({"first": page}, 1)
    return room


def main(n: int = MANY, minutes: float = MINUTES, unit: str = UNIT, url: str = "") -> None:
    """Print everything."""
    print(f"A class of {n:,} and autograder watch: unit {unit}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        room = ready(Path(folder), unit, url)
        print("two processes of this machine:", flush=True)
        spread(room, n, minutes, "here")
        at_once(room, n, "here")
        taken_over(room, n, url)
        with cluster(Path(folder), 2) as address:
            print("two workers of a cluster on this machine:", flush=True)
            spread(room, n, minutes, "far", "--cluster", address)
            at_once(room, n, "far", "--cluster", address)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    main(int(wanted[0]) if wanted else MANY, *map(float, wanted[1:2]), *wanted[2:4])
