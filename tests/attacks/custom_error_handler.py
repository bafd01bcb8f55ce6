# verdict: graded
# points: 0
#
# `set_custom_exc` and `showtraceback` swallow every error: without an error among the outputs,
# stock nbgrader gives full marks.

# %% after
shell = get_ipython()
shell.set_custom_exc((BaseException,), lambda *args, **kwargs: None)
type(shell).showtraceback = lambda *args, **kwargs: None
type(shell)._showtraceback = lambda *args, **kwargs: None
