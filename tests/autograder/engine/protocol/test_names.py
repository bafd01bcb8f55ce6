"""Are the names that a cell reads, sets and imports found?"""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.protocol import names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a + b", {"a", "b"}),
        ("a = b", {"b"}),
        ("a.b.c", {"a"}),
        ("a[b] = c", {"a", "b", "c"}),
        ("f(x, key=y)", {"f", "x", "y"}),
        ("def f(x=d): return x + outer", {"d", "x", "outer"}),
        ("f'{a} {b!r}'", {"a", "b"}),
        ("[x for x in rows]", {"x", "rows"}),
        ("del a", {"a"}),
        ("import numpy as np", set()),
        ("@wrap\nclass A(Base): pass", {"wrap", "Base"}),
        ("lambda: later", {"later"}),
    ],
)
def test_names_that_are_read(source, expected):
    assert names.used(ast.parse(source)) == expected


@pytest.mark.parametrize("source", ["total += 1", "def f():\n    global total\n    total += 1"])
def test_a_name_that_is_changed_is_also_read(source):
    assert "total" in names.used(ast.parse(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = b", {"a"}),
        ("a, (b, *c) = d", {"a", "b", "c"}),
        ("a += 1", {"a"}),
        ("a: int = 3", {"a"}),
        ("if (a := 3): b = 4", {"a", "b"}),
        ("for i in rows: pass", {"i"}),
        ("with open(p) as file: pass", {"file"}),
        ("def f(x):\n    y = 1", {"f", "y"}),
        ("async def f(): pass", {"f"}),
        ("class A: pass", {"A"}),
        ("import a.b", {"a"}),
        ("import a.b as c", {"c"}),
        ("from a import b, c as d", {"b", "d"}),
        ("a.b = 1", set()),
        ("a[0] = 1", set()),
    ],
)
def test_names_that_are_set(source, expected):
    assert names.stored(ast.parse(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("try: pass\nexcept ValueError as error: pass", {"error"}),
        ("match x:\n    case [a, *b]: pass\n    case {'k': c, **d}: pass", {"a", "b", "c", "d"}),
    ],
)
def test_names_set_without_an_equals_sign(source, expected):
    assert expected <= names.stored(ast.parse(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import numpy", {"numpy": "import numpy"}),
        ("import numpy as np", {"np": "import numpy as np"}),
        ("import os.path", {"os": "import os.path"}),
        ("from a.b import c as d, e", {"d": "from a.b import c as d", "e": "from a.b import e"}),
        ("def f():\n    import json", {"json": "import json"}),
        ("x = 1", {}),
        ("no python", {}),
    ],
)
def test_the_import_of_each_name(source, expected):
    assert names.imports([source]) == expected


def test_the_imports_of_all_cells_are_found():
    assert set(names.imports(["import a", "???", "from b import c"])) == {"a", "c"}


def test_every_import_found_can_be_run():
    namespace = {}
    exec(names.imports(["from os import path as p, sep\nimport math"])["p"], namespace)
    assert "p" in namespace and "sep" not in namespace


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import numpy.random as r, os", {"numpy", "os"}),
        ("from course.toolbox import scaling", {"course"}),
        ("from . import a\nfrom .b import c", set()),
        ("def f():\n    import json", {"json"}),
        ("???", set()),
    ],
)
def test_the_packages_that_cells_import(source, expected):
    assert names.packages([source]) == expected


@given(
    st.text(max_size=30)
    | st.sampled_from(["(" * 500, "-" * 9000 + "1", "\0", "%magic", "!ls", "'\\d'", "1if x else y"])
)
def test_any_text_has_a_tree_or_none(source):
    tree = names.parse(source)
    assert tree is None or isinstance(tree, ast.Module)


def test_a_parameter_is_looked_up_nowhere_whatever_the_function_is_called():
    text = "def top(df):\n    rows = df.head(n)\n    return rows"
    assert names.looked_up([text]) == names.looked_up([text.replace("top", "first")]) == {"n"}
