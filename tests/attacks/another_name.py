# verdict: graded, flagged
# points: 0
# flags: misnamed
#
# The notebook has another name. Its exercises tell which one is meant; they are not answered.

# %% harness
def place(folder):
    book = next(folder.glob("*.ipynb"))
    book.rename(book.with_name("another.ipynb"))
