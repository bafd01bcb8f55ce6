# verdict: graded or graded, flagged or ungradable
# points: 0
# run: alone
#
# timestamp.txt is a link to the course's secret, which an error message might show.

# %% harness
def place(folder):
    (folder / "timestamp.txt").symlink_to(folder.parents[2] / "secret.txt")
