# verdict: graded or graded, flagged or ungradable
# points: 0
# run: alone
#
# timestamp.txt is a pipe: whoever opens it waits for ever.

# %% harness
def place(folder):
    import os

    os.mkfifo(folder / "timestamp.txt")
