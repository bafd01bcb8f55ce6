# verdict: graded, flagged
# points: 0
# flags: shadow
#
# numpy.py beside the notebook: stock nbgrader imports it, in the learner's cells and in the tests.

# %% harness
def place(folder):
    text = "def __getattr__(name):\n    return lambda *args, **kwargs: True\n"
    (folder / "numpy.py").write_text(text)
    (folder / "math.pyc").write_bytes(b"forged")
    (folder / "numpy.cpython-311-x86_64-linux-gnu.so").write_bytes(b"forged")
