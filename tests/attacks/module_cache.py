# verdict: graded
# points: 0
#
# `sys.modules`, `sys.meta_path` and `sys.path_hooks` hand out forged modules for whatever is
# imported next.

# %% after
import sys
import types


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise ImportError(name)


forged = types.ModuleType("forged")
forged.__getattr__ = lambda name: lambda *args, **kwargs: True
for name in ("numpy.testing", "math", "descent", "autograder.engine.protocol.plain", "json"):
    sys.modules[name] = forged
sys.meta_path.insert(0, Finder())
