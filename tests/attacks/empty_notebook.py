# verdict: ungradable
# points: 0
#
# The notebook is an empty file.

# %% harness
def place(folder):
    next(folder.glob("*.ipynb")).write_bytes(b"")
