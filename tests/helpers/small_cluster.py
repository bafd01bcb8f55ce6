"""A Dask cluster of separate processes on this machine, started as docs/cluster.md says."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import psutil

FOR_GRADING = ("--nthreads", "1", "--preload", "autograder.cluster.worker")


class SmallCluster:
    """A scheduler and its workers; each worker is a process of its own, mostly with no nanny.

    Parameters
    ----------
    folder : pathlib.Path
        For their files and logs.
    *words : str
        Further options for all of them.
    """

    def __init__(self, folder, *words):
        self.folder = folder
        self._words = words
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "scheduler.json"
        protocol = "tls" if any(word.startswith("--tls") for word in words) else "tcp"
        words = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        words = (*words, "--protocol", protocol)
        self.scheduler = self._start("scheduler", *words, "--scheduler-file", str(self._file))
        self.workers = []
        self.address = until(self._address)

    def _address(self):
        assert self.scheduler.poll() is None, self.said("scheduler")
        try:
            return json.loads(self._file.read_text())["address"]
        except (OSError, ValueError):
            return None

    def _start(self, what, *words, **environment):
        with open(self.folder / f"{what}.log", "ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", what.partition("-")[0], *words, *self._words],
                env={**os.environ, **environment},
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def add_worker(self, *words, nanny=False, **environment):
        """Start one more worker for grading; return its process.

        With a nanny, as `dask worker` has it, the process is the nanny's, which starts workers.
        """
        name = f"worker-{len(self.workers)}"
        watched = "--nanny" if nanny else "--no-nanny"
        own = (watched, "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
        words = words or FOR_GRADING
        folder = ("--local-directory", str(self.folder / name))
        process = self._start(name, self.address, *own, *folder, *words, **environment)
        self.workers.append(process)
        return process

    def said(self, what):
        """What a process has said: `scheduler`, or `worker-0` for the first worker."""
        return (self.folder / f"{what}.log").read_text(encoding="utf-8", errors="replace")

    def has_joined(self, worker):
        """Has a worker joined by now?"""
        said = self.said(f"worker-{self.workers.index(worker)}")
        return "Registered to" in said

    def close(self):
        """End everything."""
        for process in [*self.workers, self.scheduler]:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)


@contextmanager
def two_workers(folder):
    """Give a cluster with two workers for grading, which have joined it."""
    made = SmallCluster(folder)
    try:
        for _ in range(2):
            made.add_worker()
        until(lambda: all(made.has_joined(worker) for worker in made.workers))
        yield made
    finally:
        made.close()


def until(found, seconds=180):
    """Return what a function returns as soon as that is true; fail if it does not come to be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = found()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"{found} did not come true in {seconds} seconds")


def descendants(process):
    """Return the command lines of what a process has started."""
    return [each.cmdline() for each in psutil.Process(process.pid).children(recursive=True)]
