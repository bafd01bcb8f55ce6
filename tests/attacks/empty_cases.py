# verdict: graded
# points: 0
#
# The visible test fails before it sets `cases`; the learner's own `cases` are none at all, so a loop
# over them checks nothing. Stock nbgrader gives the points of such a test.

# %% after
cases = []
