# verdict: ungradable
# points: 0
#
# A folder has the notebook's name.

# %% harness
def place(folder):
    book = next(folder.glob("*.ipynb"))
    book.unlink()
    book.mkdir()
