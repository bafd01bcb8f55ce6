"""Which pieces of a code cell are translated, and does the code stay the same?"""

import ast

import pytest

from autograder.translating.code import translated_code

CELL = '''\
# Check double: two numbers,
# and a third one. Run this cell.
def double(x, kind="a"):
    """Return twice x.

    Parameters
    ----------
    x : int
        A number.
    """
    ### BEGIN SOLUTION
    return 2 * x  # two times
    ### END SOLUTION


name = "x"
answer.is_not(5, "That is " "half of it.")
print("sum: ", 3, f"of {name!r} and {3:.2f} numbers", "abc", "x", "%d" % 3)
'''


def _pieces(source, marks=("BEGIN SOLUTION", "END SOLUTION")):
    found = []
    translated_code(source, lambda piece: found.append(piece) or piece, marks)
    return found


def test_pieces_are_comments_docstrings_and_sentences():
    assert sorted(_pieces(CELL)) == sorted(
        [
            "Check double: two numbers, and a third one. Run this cell.",
            "two times",
            "Return twice x.",
            "Parameters\n----------\nx : int\n    A number.",
            "That is half of it.",
            "sum: ",
            "of {name!r} and {3:.2f} numbers",
        ]
    )


def _without_strings(source):
    class Blank(ast.NodeTransformer):
        def visit_Constant(self, node):
            return ast.Constant("") if isinstance(node.value, str) else node

    return ast.dump(Blank().visit(ast.parse(source)))


def test_the_code_stays():
    made = translated_code(CELL, lambda piece: piece.replace("number", "Zahl"), ("SOLUTION",))
    assert _without_strings(made) == _without_strings(CELL)
    assert "two Zahls, and a third one." in made
    assert '"of {name!r} and {3:.2f} Zahls"' in made.replace('f"', '"')
    assert '    x : int\n        A Zahl.\n    """' in made


def test_quotes_and_umlauts_of_a_translation_are_written_as_python():
    new = 'Größe "x" \\ {name}'
    made = translated_code('print(f"a size {name}")\nprint("ä", "a size")', lambda _: new)
    assert made == 'print(f"Größe \\"x\\" \\\\ {name}")\nprint("ä", "Größe \\"x\\" \\\\ {name}")'


@pytest.mark.parametrize("source", ["x = (", "%matplotlib inline\nprint('a word')"])
def test_what_is_no_python_stays_as_it_is(source):
    assert translated_code(source, lambda _: "anything") == source
