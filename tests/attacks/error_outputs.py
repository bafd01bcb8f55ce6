# verdict: graded
# points: 0
#
# Thousands of forged errors, of which each is kept because it is one.

# %% before
emit = get_ipython().display_pub.emit
for _ in range(40_000):
    emit({"output_type": "error", "ename": "E", "evalue": "x" * 2000, "traceback": []})
