"""The one hand that writes grades: the gradebook's rows and the folders of `autograded/`.

Only `run` calls it, from one process.
"""
