"""What the checker and the learner's process both speak: frames, plain data, names, shared state.

Both sides import it, so that it trusts nothing that it reads.
"""
