"""Which pieces of a markdown cell are translated, and what stays?"""

from autograder.translating.prose import translated_prose

CELL = """\
# A title

Two lines of
one paragraph.

- an item
  of two lines;
- another one.

1. A step.

| head | words |
| --- | --- |
| `x` | a row |

$$
x = 2 \\cdot 3
$$

```
code stays
```
"""


def _pieces(source):
    found = []
    translated_prose(source, lambda piece: found.append(piece) or piece)
    return found


def test_pieces_are_paragraphs_headings_items_and_rows():
    assert _pieces(CELL) == [
        "A title",
        "Two lines of one paragraph.",
        "an item of two lines;",
        "another one.",
        "A step.",
        "| head | words |",
        "| `x` | a row |",
    ]


def test_what_is_put_in_stands_in_the_same_form():
    made = translated_prose(CELL, str.upper)
    assert made.split("\n") == [
        "# A TITLE",
        "",
        "TWO LINES OF ONE PARAGRAPH.",
        "",
        "- AN ITEM OF TWO LINES;",
        "- ANOTHER ONE.",
        "",
        "1. A STEP.",
        "",
        "| HEAD | WORDS |",
        "| --- | --- |",
        "| `X` | A ROW |",
        "",
        "$$",
        "x = 2 \\cdot 3",
        "$$",
        "",
        "```",
        "code stays",
        "```",
        "",
    ]


def test_a_formula_on_one_line_ends_there():
    assert _pieces("$$x = 2$$\n\nGo on.") == ["Go on."]
