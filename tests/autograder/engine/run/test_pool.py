"""Processes that grade: what a terminal's Ctrl-C means to them."""

import os
import signal

from autograder.engine.run import pool, worker
from autograder.engine.sandbox.sandbox import Sandbox

PREPARE = worker.start


def interrupted_early(*arguments):
    """Prepare a worker that Ctrl-C reaches before it has begun with that."""
    os.kill(os.getpid(), signal.SIGINT)
    PREPARE(*arguments)


def waits():
    """Return which signals wait in a worker, and whether it ignores Ctrl-C."""
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    return signal.pthread_sigmask(signal.SIG_BLOCK, ()), ignored


def test_an_interrupt_is_the_commands_alone_from_the_first_moment(monkeypatch):
    monkeypatch.setattr(worker, "start", interrupted_early)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with pool.local_processes(Sandbox(walls=False), 1) as executor:
        assert executor.submit(waits).result() == (before, True)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before
