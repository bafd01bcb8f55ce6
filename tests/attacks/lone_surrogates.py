# verdict: graded
# points: 0
# run: alone
#
# Prints, shows and raises half of a character, which no file can hold: the engine would stop
# where it writes the notebook.

# %% before
print("\ud800")
from IPython.display import HTML, display

display(HTML("\udfff"))


# %% after
def double(x):
    raise ValueError("\ud800")
