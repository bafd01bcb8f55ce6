# verdict: ungradable
# points: 0
#
# The notebook has another name.

# %% harness
def place(folder):
    book = next(folder.glob("*.ipynb"))
    book.rename(book.with_name("another.ipynb"))
