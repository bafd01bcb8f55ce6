# verdict: graded
# points: 0
#
# A `result.json`, a gradebook and an `autograded` folder of the learner's own, full of full marks.

# %% harness
def place(folder):
    import json

    told = {"status": "graded", "score": 13, "tests": {}, "fingerprint": "0" * 64, "flags": []}
    (folder / "result.json").write_text(json.dumps(told))
    (folder / "gradebook.db").write_bytes(b"SQLite format 3\x00")
    (folder / "autograded").mkdir()
    (folder / "autograded" / "result.json").write_text(json.dumps(told))
