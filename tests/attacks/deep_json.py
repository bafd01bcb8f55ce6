# verdict: ungradable
# points: 0
#
# A JSON text with a hundred thousand brackets.

# %% harness
def place(folder):
    next(folder.glob("*.ipynb")).write_text('{"cells": ' + "[" * 100_000)
