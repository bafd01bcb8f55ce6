# verdict: graded or graded, flagged or ungradable
# points: 0
# run: alone
#
# timestamp.txt holds no time.

# %% harness
def place(folder):
    (folder / "timestamp.txt").write_text("the day before yesterday\n")
