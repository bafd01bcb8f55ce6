"""The small changes that are tried on a solution, each a function from a node to changes."""

from autograder.trials.mutations.calls import CALLS
from autograder.trials.mutations.constants import CONSTANTS
from autograder.trials.mutations.inputs import INPUTS
from autograder.trials.mutations.mixed_up import MIXED_UP
from autograder.trials.mutations.operators import OPERATORS
from autograder.trials.mutations.statements import STATEMENTS
from autograder.trials.mutations.subscripts import SUBSCRIPTS

ALL = (*OPERATORS, *CONSTANTS, *CALLS, *SUBSCRIPTS, *STATEMENTS, *MIXED_UP, *INPUTS)
