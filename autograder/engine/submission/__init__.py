"""What was handed in and what became of it: files, repaired notebooks, scores, results, as data.

Every room outside the sandbox may use these; none of them runs a submission's code.
"""
