# verdict: graded
# points: 0
#
# The learner's own version of the unit's module, whose optimizer is right about everything: the
# instructor's file is laid over it.

# %% harness
def place(folder):
    (folder / "descent.py").write_text(
        "class Descent(int):\n"
        "    __init__ = lambda self, rate: None\n"
        "    __eq__ = lambda self, other: True\n"
        "    step = lambda self, w, gradient: self\n"
        "    steps = 2\n"
    )
