"""Does `autograder build` write what it should, when it should, and nothing else?"""

import pytest

from autograder.building.release import release_problems
from autograder.building.text import read_unit

NOTEBOOK = "source/01_double/01_double.ipynb"
RELEASE = "release/01_double/01_double.ipynb"
MARKS = (
    "BEGIN SOLUTION",
    "return 2 * x",
    "BEGIN HIDDEN",
    "any other number",
    "MARK SCHEME",
    "a use",
)


def test_text_becomes_notebook_and_release(toy):
    result = toy.build()
    assert (result.exit_code, result.stderr) == (0, "")
    files = toy.files()
    assert set(files) == {"nbgrader_config.py", "source/01_double.py", NOTEBOOK, RELEASE}
    solution, released = files[NOTEBOOK].decode(), files[RELEASE].decode()
    assert all(mark in solution for mark in MARKS)
    assert not any(mark in released for mark in MARKS)


def test_release_is_what_nbgrader_itself_makes(toy):
    (toy.root / "source" / "01_double").mkdir()
    (toy.root / "source" / "01_double" / "notes.txt").write_text("beside")
    assert toy.build().exit_code == 0
    ours = {name: said for name, said in toy.files().items() if name.startswith("release")}
    toy.nbgrader("generate_assignment", "01_double", "--force")
    theirs = {name: said for name, said in toy.files().items() if name.startswith("release")}
    assert ours == theirs
    assert len(ours) == 2


def test_gradebook_is_left_alone(toy):
    (toy.root / "gradebook.db").write_bytes(b"an instructor's own")
    assert toy.build().exit_code == 0
    assert toy.files()["gradebook.db"] == b"an instructor's own"


def test_building_twice_gives_the_same_bytes(toy):
    assert toy.build().exit_code == 0
    first = toy.files()
    (toy.root / ".build-cache.json").unlink()
    assert toy.states(toy.build()) == {"01_double": "built"}
    assert toy.files() == first


@pytest.mark.parametrize(
    ("old", "new"),
    [("    ### END SOLUTION\n", ""), ("return 2 * x", "return 3 * x"), ("before", "\\N{SNOWMAN")],
)
def test_refused_text_leaves_the_old_files(toy, old, new):
    assert toy.build().exit_code == 0
    good = toy.files()
    path = toy.write(text=toy.unit_text.replace(old, new))
    result = toy.build()
    assert (result.exit_code, toy.states(result)) == (1, {"01_double": "refused"})
    assert result.stderr.startswith(f"{path}:")
    assert toy.files() == good | {"source/01_double.py": path.read_bytes()}


def test_good_units_are_built_beside_a_refused_one(toy):
    toy.write("02_bad", toy.unit_text.replace("return 2 * x", "return 3 * x"))
    result = toy.build()
    assert (result.exit_code, toy.states(result)) == (
        1,
        {"01_double": "built", "02_bad": "refused"},
    )


def test_texts_that_are_no_units_are_passed_over(toy):
    toy.write("_draft", "nothing of the kind")
    assert toy.build().exit_code == 0


def test_only_the_named_units_are_built(toy):
    toy.write("02_again", toy.unit_text)
    assert toy.states(toy.build("02_again")) == {"02_again": "built"}
    assert NOTEBOOK not in toy.files()


def test_folders_may_have_other_names(toy):
    config = toy.root / "nbgrader_config.py"
    config.write_text(
        config.read_text()
        + 'c.CourseDirectory.source_directory = "texts"\n'
        + 'c.CourseDirectory.release_directory = "out/learners"\n'
    )
    (toy.root / "source").rename(toy.root / "texts")
    assert toy.build().exit_code == 0
    assert {"texts/01_double/01_double.ipynb", "out/learners/01_double/01_double.ipynb"} <= set(
        toy.files()
    )


def test_answer_whose_marks_are_not_indented_is_refused(toy):
    text = toy.unit_text.replace("    ### BEGIN SOLUTION", "### BEGIN SOLUTION")
    text = text.replace('    """Return twice x."""\n', "")
    path = toy.write(text=text)
    result = toy.build()
    line = text.count("\n", 0, text.index('"double"')) + 1
    assert f"{path}:{line}: what learners get in place of the region is not Python" in result.stderr


@pytest.mark.parametrize(
    ("place", "said"),
    [("metadata", "metadata"), ("source", "source"), ("notes.txt", "file notes.txt")],
)
def test_mark_that_survives_is_refused(toy, place, said):
    assert toy.build().exit_code == 0
    course = toy.course()
    unit, _ = read_unit(course.texts()["01_double"].path)
    released = toy.root / RELEASE
    assert release_problems(unit, course, released.parent) == []
    if place == "notes.txt":
        (released.parent / place).write_text("### BEGIN SOLUTION")
    else:
        content = released.read_text()
        old, new = {
            "metadata": ('"deletable": false', '"deletable": false, "x": "### BEGIN SOLUTION"'),
            "source": ("Twice a number", "### BEGIN SOLUTION twice a number"),
        }[place]
        released.write_text(content.replace(old, new, 1))
    (problem,) = release_problems(unit, course, released.parent)
    assert f"'BEGIN SOLUTION' is still in the {said} of what learners get" in problem.text


def test_what_nbgrader_refuses_is_said(toy):
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.ClearSolutions.code_stub = {"julia": "error()"}\n')
    result = toy.build()
    assert result.exit_code == 1
    assert (
        "nbgrader refuses the notebook: ValueError: language 'python' has not been" in result.stderr
    )


def test_unknown_unit(toy):
    result = toy.build("07_unknown")
    assert result.exit_code == 2
    assert "There is no unit '07_unknown'. The units are: 01_double." in result.stderr


def test_no_texts(toy):
    (toy.root / "source" / "01_double.py").unlink()
    result = toy.build()
    assert result.exit_code == 2
    assert "There are no texts (*.py) in" in result.stderr


def test_no_configuration(toy):
    (toy.root / "nbgrader_config.py").unlink()
    result = toy.build()
    assert result.exit_code == 2
    assert "has no nbgrader_config.py" in result.stderr


def test_no_folder(toy):
    result = toy.build("--course-dir", str(toy.root / "nowhere"))
    assert result.exit_code == 2
    assert "There is no folder" in result.stderr


def test_place_that_cannot_be_written(toy):
    (toy.root / "release").write_text("in the way")
    result = toy.build()
    assert result.exit_code == 2
    assert "Cannot write" in result.stderr


def test_unreadable_text(toy):
    (toy.root / "source" / "01_double.py").write_bytes(b"\xff\xfe\x00")
    result = toy.build()
    assert result.exit_code == 2
    assert "cannot be read as UTF-8 text" in result.stderr


def test_check_of_what_was_just_built(toy):
    assert toy.build().exit_code == 0
    (toy.root / ".build-cache.json").unlink()
    before = toy.files()
    result = toy.build("--check")
    assert (result.exit_code, toy.states(result), result.stderr) == (0, {"01_double": "as"}, "")
    assert toy.files() == before
    assert not (toy.root / ".build-cache.json").exists()


def test_check_names_the_cell_and_writes_nothing(toy):
    assert toy.build().exit_code == 0
    toy.write(text=toy.unit_text.replace("double(8)", "double(9)"))
    before = toy.files()
    result = toy.build("--check")
    assert (result.exit_code, toy.states(result)) == (1, {"01_double": "drifted"})
    assert result.stderr.splitlines() == [
        f"{NOTEBOOK}: cell 'double_hidden--1', source: "
        "there is 'double(8)', the text gives 'double(9)'",
        f"{NOTEBOOK}: cell 'double_hidden--1', outputs: "
        'there is \'"text/plain": "16"\', the text gives \'"text/plain": "18"\'',
        f"{RELEASE}: cell 'double_hidden--1', source: "
        "there is 'double(8)', the text gives 'double(9)'",
        "Put it right with: autograder build",
    ]
    assert toy.files() == before


def test_check_refuses_bad_text_too(toy):
    toy.write(text=toy.unit_text.replace("    ### END SOLUTION\n", ""))
    result = toy.build("--check")
    assert (result.exit_code, toy.states(result)) == (1, {"01_double": "refused"})
    assert "is never closed" in result.stderr
