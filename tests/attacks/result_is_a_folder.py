# verdict: ungradable
# points: 0
#
# A folder stands where the engine writes its `result.json`.

# %% harness
def place(folder):
    (folder / "result.json").mkdir()
    (folder / "result.json" / "x.txt").write_text("x")
