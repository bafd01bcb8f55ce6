"""The process of the tests: it runs test cells and asks the learner's process for what they need.

`run` starts one beside each submission. It believes no word of the learner's process.
"""
