# verdict: graded
# points: 0
#
# Writes a file, many files and deep folders until nothing fits any more.

# %% before
import os

for place in (".", "/tmp", "/dev/shm", os.path.expanduser("~")):
    try:
        with open(os.path.join(place, "LEFT-BEHIND-large"), "wb") as file:
            while True:
                file.write(b"x" * 2**20)
    except OSError as error:
        print(error)
try:
    for number in range(100_000):
        open(f"LEFT-BEHIND-{number}", "w").close()
except OSError as error:
    print(error)
