# verdict: graded
# points: 0
#
# Starts threads until there are no more.

# %% after
import threading

waiting = threading.Event()
try:
    for _ in range(5000):
        threading.Thread(target=waiting.wait, daemon=True).start()
except (RuntimeError, MemoryError) as error:
    print(error)
