# verdict: graded
# points: 0
#
# Prints a hundred megabytes, shows a picture of twenty and a result of fifty.

# %% before
import sys

from IPython.display import HTML, display

for _ in range(100):
    print("x" * 2**20)
    sys.stderr.write("y" * 2**18)
display(HTML("x" * 20 * 2**20))
"z" * 50 * 2**20
