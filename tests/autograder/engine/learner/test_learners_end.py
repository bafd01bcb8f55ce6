"""When a learner's process is ended, is everything dead that it has started?"""

import contextlib

import psutil
import sandbox_needed  # noqa: F401

from autograder.engine.protocol import frames
from autograder.engine.submission.limits import Limits

STAYS = """
import ctypes, os, signal, time
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)  # not to be ended with the parent
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
os.kill(0, signal.SIGKILL)  # whoever else belongs to the group
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(100_000)
        os._exit(0)
    os.wait()
print(os.getpid())
"""
ENDS = "import os\nos._exit(3)"


def processes(slot):
    """Every process of a slot that is not dead."""
    alive = set()
    for one in psutil.Process(slot._process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended at this moment
            alive |= {one.pid} if one.status() != psutil.STATUS_ZOMBIE else set()
    return alive


def run(slot, source):
    """Run one cell; return the connection and what came of it."""
    channel = slot.learner(Limits(), 0, {})
    frames.send(channel, {"do": "run", "source": source, "count": 1})
    inbox = frames.Inbox(channel)
    try:
        while "ran" not in (message := inbox.next(10)):
            assert message["out"]["output_type"] == "stream", message
    except frames.Broken:
        message = {}
    return channel, message


def test_nothing_is_left_of_a_learner_who_would_stay(slot):
    before = processes(slot)
    channel, message = run(slot, STAYS)
    assert message == {"ran": True}
    assert len(processes(slot) - before) >= 4
    slot.end()
    assert processes(slot) == before
    channel.close()


def test_a_learner_who_has_ended_can_be_interrupted_and_ended(slot):
    before = processes(slot)
    channel, message = run(slot, ENDS)
    assert message == {}
    slot.interrupt()
    slot.end()
    assert processes(slot) == before
    channel.close()
    channel, message = run(slot, "print('the next one')")
    assert message == {"ran": True}
    slot.end()
    channel.close()
