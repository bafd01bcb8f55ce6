# verdict: ungradable
# points: 0
# run: alone
#
# A file of a terabyte that takes no room on the disk: whoever reads it into memory is finished.

# %% harness
def place(folder):
    with open(folder / "data.bin", "wb") as file:
        file.truncate(2**40)
