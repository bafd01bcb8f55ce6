"""What grading again would change, and the writing of exactly that: `--preview` and `--apply`.

A preview reads the gradebook, lets a transaction show what would stand in it, and takes it back.
"""
