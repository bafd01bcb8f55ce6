# verdict: graded
# points: 0
#
# Reads everything in the file system that is not Python's own, and prints what looks like a secret:
# the course, the gradebook, other submissions, other processes' environment.

# %% before
import os
import sys

mark = b"planted" + b"-"
for place in ("COURSE_FOLDER", "/"):
    for parent, folders, names in os.walk(place):
        folders[:] = [
            name
            for name in folders
            if os.path.join(parent, name) not in ("/usr", "/sys", sys.prefix, sys.base_prefix)
            and name != "site-packages"
        ]
        for name in names:
            try:
                with open(os.path.join(parent, name), "rb") as file:
                    data = file.read(200_000)
            except OSError:
                continue
            if mark in data:
                print(parent, name, data)
