"""Do the notebooks of one assignment stand side by side, each built from its own text?"""

import json

import pytest

from autograder.header import header_problems, read_text

pytestmark = pytest.mark.slow

A, B = "01_pair/01a_double.ipynb", "01_pair/01b_triple.ipynb"


@pytest.fixture
def pair(toy):
    """A course with one assignment of two sittings, not built yet."""
    (toy.root / "source" / "01_double.py").unlink()
    toy.write_sitting("01a_double", "double")
    toy.write_sitting("01b_triple", "twice")
    return toy


def test_an_assignment_holds_a_notebook_of_each_text(pair):
    result = pair.build_as_typed()
    assert (result.exit_code, result.stderr) == (0, "")
    assert pair.states(result) == {"01a_double": "built", "01b_triple": "built"}
    made = {name for name in pair.files() if name.endswith(".ipynb")}
    assert made == {f"{step}/{name}" for step in ("source", "release") for name in (A, B)}
    assert "autograder" not in json.loads(pair.files()[f"source/{A}"])["metadata"]


def test_the_release_is_what_nbgrader_itself_makes_of_the_whole_assignment(pair):
    beside = pair.root / "source" / "01_pair" / "data.csv"
    beside.parent.mkdir()
    beside.write_text("1,2\n")
    assert pair.build_as_typed().exit_code == 0
    ours = {name: said for name, said in pair.files().items() if name.startswith("release")}
    pair.nbgrader("generate_assignment", "01_pair", "--force")
    theirs = {name: said for name, said in pair.files().items() if name.startswith("release")}
    assert ours == theirs
    assert len(ours) == 3


@pytest.mark.parametrize(
    ("named", "built"),
    [
        (["01_pair"], {"01a_double", "01b_triple"}),
        (["01b_triple"], {"01b_triple"}),
        (["01b_triple", "01_pair"], {"01a_double", "01b_triple"}),
    ],
)
def test_a_unit_or_one_of_its_texts_can_be_named(pair, named, built):
    assert set(pair.states(pair.build_as_typed(*named))) == built


def test_a_sitting_built_alone_leaves_the_other_where_it_is(pair):
    assert pair.build_as_typed().exit_code == 0
    before = pair.files()
    path = pair.root / "source" / "01b_triple.py"
    path.write_text(path.read_text().replace("before", "now"))
    assert pair.states(pair.build_as_typed()) == {"01a_double": "unchanged", "01b_triple": "built"}
    after = pair.files()
    changed = {name for name in before if before[name] != after[name]}
    assert set(after) == set(before)
    assert changed == {"source/01b_triple.py", f"source/{B}", f"release/{B}"}


def test_check_names_a_difference_in_a_shared_file_once(pair):
    (pair.root / "source" / "01_pair").mkdir()
    (pair.root / "source" / "01_pair" / "data.csv").write_text("1,2\n")
    assert pair.build_as_typed().exit_code == 0
    assert pair.build_as_typed("--check").exit_code == 0
    (pair.root / "release" / "01_pair" / "data.csv").write_text("3,4\n")
    result = pair.build_as_typed("--check")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "release/01_pair/data.csv: the content differs",
        "Put it right with: autograder build",
    ]


def test_a_notebook_that_no_text_builds_any_more_is_told_and_not_released(pair):
    assert pair.build_as_typed().exit_code == 0
    (pair.root / "source" / "01b_triple.py").unlink()
    path = pair.root / "source" / "01a_double.py"
    path.write_text(path.read_text().replace("before", "now"))
    for words in ([], ["--check"]):
        result = pair.build_as_typed(*words)
        assert result.exit_code == 1
        assert f"source/{B}: no text builds this notebook" in result.stderr
        assert "or write 01b_triple.py for the assignment 01_pair." in result.stderr
    assert f"release/{B}" not in pair.files()
    (pair.root / "source" / B).unlink()
    assert pair.build_as_typed().exit_code == 0


def test_no_grade_id_is_used_twice_in_an_assignment(pair):
    path = pair.root / "source" / "01b_triple.py"
    path.write_text(path.read_text().replace("twice_visible", "double_visible"))
    result = pair.build("01b_triple")
    line = 1 + path.read_text().split("double_visible")[0].count("\n")
    assert result.stderr == (
        f"{path}:{line}: duplicate grade_id 'double_visible': 01a_double.py has it too, and "
        "belongs to the same assignment 01_pair. Choose another.\n"
    )


def test_other_assignments_may_use_the_same_grade_ids(pair):
    pair.write("02_again", pair.unit_text)
    assert pair.build_as_typed("02_again", "01a_double").exit_code == 0


def test_two_names_that_differ_in_capitals_alone_are_refused(pair):
    pair.write_sitting("01A_Double", "thrice")
    assert "01a_double.py builds the same notebook where" in pair.build("01A_Double").stderr


def test_an_unknown_name_hears_the_units(pair):
    result = pair.build("01c_four")
    assert result.exit_code == 2
    assert "There is no unit '01c_four'. The units are: 01_pair." in result.stderr


@pytest.mark.parametrize(
    "name", ["", "3", "../other", "a/b", "a\\b", ".hidden", "_draft", "a+b", "[a, b]", "' a'", "a."]
)
def test_an_assignment_that_nobody_can_mean_is_refused(pair, name):
    path = pair.write_sitting("01a_double", "double", name)
    result = pair.build("01a_double")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}:4: the assignment cannot be called ")
    assert not list(pair.root.glob("*/*/*.ipynb"))


@pytest.mark.parametrize(
    ("said", "line", "unknown"),
    [
        ("#   autograder:\n#     assigment: 01_pair\n", 4, "assigment"),
        ("#   autograder: 01_pair\n", 3, "01_pair"),
        ("#   autograder:\n#   - 01_pair\n", 1, "['01_pair']"),
    ],
)
def test_a_setting_that_nobody_knows_is_refused(toy, said, line, unknown):
    path = toy.write(text=toy.unit_text.replace("# jupyter:\n", f"# jupyter:\n{said}"))
    (problem,) = header_problems(path.read_text().splitlines())
    assert problem.text == f"the header's autograder knows no {unknown!r}: it takes 'assignment'."
    assert read_text(path).assignment == "01_double"


@pytest.mark.parametrize("name", ["03_activation_functions", "ps1", "Woche 3 (neu)", "v1.2"])
def test_an_assignment_may_be_called_as_folders_are(pair, name):
    path = pair.write_sitting("01a_double", "double", f"'{name}'")
    assert read_text(path).assignment == name
    assert header_problems(path.read_text().splitlines()) == []
