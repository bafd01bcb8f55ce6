# verdict: ungradable
# points: 0
# flags: link
#
# The notebook is a link to the course's own solution: full marks where links are followed.

# %% harness
def place(folder):
    book = next(folder.glob("*.ipynb"))
    book.unlink()
    book.symlink_to(folder.parents[2] / "source" / folder.name / book.name)
