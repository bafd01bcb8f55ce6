# verdict: graded
# points: 0
#
# What runs at the end of the process: `atexit`, weakref finalizers, `__del__`, thread-locals.

# %% after
import atexit
import os
import threading
import weakref


class Last:
    def __del__(self):
        open(f"/tmp/LEFT-BEHIND-del-{os.getpid()}", "w").close()


def last():
    print("3")
    for place in ("/tmp", "/var/tmp", "/dev/shm", "COURSE_FOLDER"):
        try:
            open(f"{place}/LEFT-BEHIND-atexit", "w").close()
        except OSError:
            pass


keep = Last()
atexit.register(last)
weakref.finalize(keep, last)
threading._register_atexit(last)
