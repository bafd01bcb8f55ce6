# verdict: graded
# points: 0
#
# Outputs that hold nothing but metadata: where only data are counted, they take a hundred
# megabytes for nothing.

# %% before
emit = get_ipython().display_pub.emit
for _ in range(200):
    emit({"output_type": "display_data", "data": {}, "metadata": {"a": {"b": "x" * 500_000}}})
