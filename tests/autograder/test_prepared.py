"""Is a test cell that has been prepared the same as one that has not?"""

import pytest
from ipykernel.compiler import XCachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

from autograder.engine.prepared import Compiler, Transformers, prepare

CELLS = [
    "x = 1\nassert x",
    "%matplotlib inline\n!ls\nx?",
    "  indented = 1\n",
    "if",
    "",
    "'''%x\n'''",
]


@pytest.mark.parametrize("source", CELLS)
def test_a_prepared_cell_becomes_the_same_python(source):
    transformers = Transformers()
    prepare(transformers, source)
    assert transformers.transform_cell(source) == TransformerManager().transform_cell(source)


@pytest.mark.parametrize("source", CELLS)
def test_a_prepared_cell_has_the_name_that_jupyter_gives_it(source):
    prepare(Transformers(), source)
    name = XCachingCompiler().get_code_name(source, "other", 1)
    assert Compiler().get_code_name(source, "the Python of it", 7) == name


def test_a_prepared_cell_is_not_transformed_again():
    transformers, seen = Transformers(), []

    def noted(lines):
        seen.append(lines)
        return lines

    transformers.cleanup_transforms.append(noted)
    prepare(transformers, "x = 1\n")
    assert transformers.transform_cell("x = 1\n") == "x = 1\n"
    assert seen == [["x = 1\n"]]


def test_a_rule_that_comes_later_holds_for_prepared_cells():
    transformers = Transformers()
    prepare(transformers, "x = 1\n")
    transformers.line_transforms.append(lambda lines: ["y = 2\n"])
    assert transformers.transform_cell("x = 1\n") == "y = 2\n"
