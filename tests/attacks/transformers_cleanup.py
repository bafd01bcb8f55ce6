# verdict: graded
# points: 0
#
# Every later cell is replaced by `pass` through IPython's `input_transformers_cleanup`. Full marks
# in stock nbgrader.

# %% after
get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\n"])
get_ipython().input_transformers_post.append(lambda lines: ["pass\n"])
