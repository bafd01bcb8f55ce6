# verdict: graded, flagged
# points: 0
# flags: withheld
#
# The finished copy, under the name of the answer.

# %% after
from finished import double
