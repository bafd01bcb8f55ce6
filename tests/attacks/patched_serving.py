# verdict: graded
# points: 0
#
# Patches the engine's own code in the learner's process: every question gets the answer True, or
# whatever would please.

# %% after
import sys

learner = sys.modules["autograder.engine.learner.learner"]
learner.Learner._do = lambda self, what, args, kwargs: True
learner.Learner._name = lambda self, name: ("found", True)
for name in list(getattr(learner, "OPERATIONS", {})):
    learner.OPERATIONS[name] = lambda *args, **kwargs: True
