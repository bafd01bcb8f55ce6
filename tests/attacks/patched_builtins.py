# verdict: graded
# points: 0
#
# `abs`, `len`, `zip`, `sum`, `type`, `isinstance` and more become liars, in `builtins` and as
# names of the notebook; `__build_class__` and `__import__` too.

# %% after
import builtins

for name in ("abs", "zip", "map", "sum", "all", "any", "isinstance", "len", "range", "sorted"):
    liar = lambda *args, **kwargs: []
    setattr(builtins, name, liar)
    globals()[name] = liar
abs = lambda x: 0.0
builtins.__import__ = lambda *args, **kwargs: None
