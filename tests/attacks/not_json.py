# verdict: ungradable
# points: 0
#
# The notebook is no JSON but bytes.

# %% harness
def place(folder):
    next(folder.glob("*.ipynb")).write_bytes(b"\x00\xff\xfe{" * 1000)
