# verdict: graded, flagged
# points: 0
# flags: changed
#
# The line that has a test run in the learner's own process, written into the tests and the answer.

# %% cell numbers
# autograder: checks = "inside"
pass

# %% cell partial
# autograder: checks = "inside"
3

# %% after
# autograder: checks = "inside"
3
