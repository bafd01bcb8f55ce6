"""Is a test cell that has been prepared the same as one that has not?"""

import __future__

import ast

import pytest
from ipykernel.compiler import XCachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

from autograder.engine.checker.prepared import Compiler, Transformers, prepare

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
    prepare(transformers, Compiler(), source, {})
    assert transformers.transform_cell(source) == TransformerManager().transform_cell(source)


@pytest.mark.parametrize("source", CELLS)
def test_a_prepared_cell_has_the_name_that_jupyter_gives_it(source):
    prepare(Transformers(), Compiler(), source, {})
    name = XCachingCompiler().get_code_name(source, "other", 1)
    assert Compiler().get_code_name(source, "the Python of it", 7) == name


def test_a_prepared_cell_is_not_transformed_again():
    transformers, seen = Transformers(), []

    def noted(lines):
        seen.append(lines)
        return lines

    transformers.cleanup_transforms.append(noted)
    prepare(transformers, Compiler(), "x = 1\n", {})
    assert transformers.transform_cell("x = 1\n") == "x = 1\n"
    assert seen == [["x = 1\n"]]


def test_a_rule_that_comes_later_holds_for_prepared_cells():
    transformers = Transformers()
    prepare(transformers, Compiler(), "x = 1\n", {})
    transformers.line_transforms.append(lambda lines: ["y = 2\n"])
    assert transformers.transform_cell("x = 1\n") == "y = 2\n"


def test_a_prepared_cell_has_the_tree_that_jupyter_makes():
    compiler, source = Compiler(), "%matplotlib inline\nx = [1,\n  2]\nx"
    prepare(Transformers(), compiler, source, {})
    text, name = TransformerManager().transform_cell(source), compiler.get_code_name(source, "", 1)
    made = ast.dump(compiler.ast_parse(text, name), include_attributes=True)
    assert made == ast.dump(XCachingCompiler().ast_parse(text, name), include_attributes=True)


def test_a_prepared_cell_is_not_parsed_again(monkeypatch):
    compiler = Compiler()
    prepare(Transformers(), compiler, "x = 1\n", {})
    monkeypatch.setattr(XCachingCompiler, "ast_parse", None)
    assert compiler.ast_parse("x = 1\n", compiler.get_code_name("x = 1\n", "", 1)).body


def test_a_cell_is_parsed_again_under_other_rules():
    compiler = Compiler()
    prepare(Transformers(), compiler, "1 != 2\n", {})
    compiler.flags |= __future__.barry_as_FLUFL.compiler_flag
    with pytest.raises(SyntaxError):
        compiler.ast_parse("1 != 2\n", compiler.get_code_name("1 != 2\n", "", 1))
