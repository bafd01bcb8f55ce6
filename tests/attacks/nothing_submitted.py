# verdict: ungradable
# points: 0
#
# The only notebook has another name and holds none of the unit's exercises.

# %% harness
def place(folder):
    book = next(folder.glob("*.ipynb"))
    book.write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    book.rename(book.with_name("another.ipynb"))
