# verdict: graded
# points: 0
#
# The same without a forgery: `warnings.warn_explicit` with the name of somebody else's file.

# %% after
import warnings


def double(x):
    for file in (
        "/proc/self/environ",
        "COURSE_FOLDER/secret.txt",
        "COURSE_FOLDER/nbgrader_config.py",
    ):
        for line in (1, 2, 3):
            warnings.warn_explicit("look", UserWarning, file, line)
    return -1
