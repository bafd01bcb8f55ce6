# verdict: graded
# points: 0
#
# The shell's `run_cell` and `run_cell_async` report success for cells that they do not run.

# %% after
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell


async def nothing(self, *args, **kwargs):
    return ExecutionResult(None)


def nothing_now(self, *args, **kwargs):
    return ExecutionResult(None)


InteractiveShell.run_cell_async = nothing
InteractiveShell.run_cell = InteractiveShell._run_cell = nothing_now
type(get_ipython()).run_cell = nothing_now
type(get_ipython()).run_ast_nodes = nothing
