"""Is a course built in another language as a whole or not at all, and is drift told?"""

import json

import nbformat
import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.translating.catalogues import Catalogue

NEW = {
    "Doubling": "Verdoppeln",
    "Twice a number is the number and itself.": "Das Doppelte ist die Zahl und sie selbst.",
    "Return twice x.": "Gib das Doppelte von x zurück.",
    "Is 2 doubled 4?": "Ist 2 verdoppelt 4?",
}


def _translate(toy, *words):
    arguments = ["translate", "--course-dir", str(toy.root), *words]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def _fill(toy, **changes):
    """Fill the catalogues in; what is not in NEW is said in capital letters."""
    for path in (toy.root / "translations" / "de").glob("*.po"):
        catalogue = Catalogue(path, "de")
        for message in catalogue._catalog:
            if message.id and not message.string:
                message.string = {**NEW, **changes}.get(message.id, message.id.upper())
        catalogue.update([message.id for message in catalogue._catalog if message.id])


@pytest.fixture
def german(toy):
    """A course with one unit, all of it translated."""
    assert _translate(toy, "de", "01_double").exit_code == 0
    _fill(toy)
    return toy


def test_a_table_says_how_far_a_translation_is(toy):
    toy.write("02_other")
    said = _translate(toy, "de", "01_double").stdout.splitlines()
    assert said[0].split() == ["01_double", "0", "of", "10", "pieces", "translated"]
    assert said[1].split() == ["02_other", "-"]
    _fill(toy)
    assert "10 of 10 pieces translated" in _translate(toy, "de").stdout


def test_a_unit_is_built_in_the_other_language(german, tmp_path):
    to = tmp_path / "deutsch"
    result = german.build("--language", "de", "--to", str(to))
    assert (result.exit_code, result.stderr) == (0, "")
    released = nbformat.read(to / "release/01_double/01_double.ipynb", as_version=4)
    assert released.cells[0].source == "# Verdoppeln\n\nDas Doppelte ist die Zahl und sie selbst."
    stub = next(cell for cell in released.cells if cell.id == "double").source
    assert '"""Gib das Doppelte von x zurück."""' in stub
    assert "raise NotImplementedError()" in stub
    solved = nbformat.read(to / "source/01_double/01_double.ipynb", as_version=4)
    assert solved.cells[-3].outputs[0]["data"]["text/plain"] == "16"


def test_lines_of_the_configuration_stand_below_imports_only(german, tmp_path):
    config = german.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.Autograder.below_imports = 'print(\"{language}\")'\n")
    text = german.write().read_text().replace('print("before")', "import math\n\nprint(math.pi)")
    german.write(text=text)
    assert german.build("--language", "de", "--to", str(tmp_path / "deutsch")).exit_code == 0
    made = (tmp_path / "deutsch" / "source" / "01_double.py").read_text()
    assert made.count('print("de")') == 1
    assert 'import math\nprint("de")\n\nprint(math.pi)' in made


@pytest.mark.parametrize("words", [(), ("01_double",)])
def test_a_changed_paragraph_refuses_the_unit_as_a_whole(german, tmp_path, words):
    text = german.write().read_text()
    german.write(text=text.replace("Twice a number", "Two times a number"))
    to = tmp_path / "deutsch"
    result = german.build("--language", "de", "--to", str(to), *words)
    assert result.exit_code == 2
    wanted = "pieces lack: 1 in 01_double" if words else "No unit is translated into 'de'"
    assert wanted in result.stderr
    assert not to.exists()


def test_drift_is_told_by_the_build_and_fails_its_check(german):
    assert german.build().exit_code == 0
    assert german.build("--check").exit_code == 0
    text = german.write().read_text()
    german.write(text=text.replace("Twice a number", "Two times a number"))
    result = german.build()
    assert result.exit_code == 0
    assert "translations/de/01_double.po: 1 of 10 pieces are not translated" in result.stderr
    assert "'Two times a number is the number and itself.'" in result.stderr
    assert german.build("--check").exit_code == 1


def test_what_resembles_an_older_piece_is_fuzzy_until_somebody_has_looked(german):
    text = german.write().read_text()
    german.write(text=text.replace("Twice a number", "Two times a number"))
    assert "9 of 10 pieces translated" in _translate(german, "de").stdout
    said = (german.root / "translations/de/01_double.po").read_text()
    assert '#, fuzzy\n#| msgid "Twice a number is the number and itself."\n' in said
    assert 'msgstr "Das Doppelte ist die Zahl und sie selbst."' in said


def test_a_translation_without_the_values_does_not_count(german, tmp_path):
    text = german.write().read_text().replace('"Is 2 doubled 4?"', 'f"Is {double} right?"')
    german.write(text=text)
    _translate(german, "de")
    _fill(german, **{"Is {double} right?": "Stimmt {exit()}?"})
    result = german.build("--language", "de", "--to", str(tmp_path / "deutsch"), "01_double")
    assert result.exit_code == 2
    assert "pieces lack: 1 in 01_double" in result.stderr


@pytest.mark.parametrize("new", ["Nichts.\nexit()", 'Nichts."""; exit(); """'])
def test_a_translation_that_would_become_code_does_not_count(tmp_path, new):
    catalogue = Catalogue(tmp_path / "x.po", "de")
    catalogue.update(["Nothing."])
    assert catalogue.missing(["Nothing."]) == ["Nothing."]
    catalogue._catalog["Nothing."].string = "Nichts."
    assert catalogue.missing(["Nothing."]) == []
    catalogue._catalog["Nothing."].string = new
    assert catalogue.missing(["Nothing."]) == ["Nothing."]


def test_what_an_instructor_changed_is_not_written_over(german, tmp_path):
    to = tmp_path / "deutsch"
    arguments = ("--language", "de", "--to", str(to))
    assert german.build(*arguments).exit_code == 0
    config = to / "nbgrader_config.py"
    config.write_text(config.read_text() + "# mine\n")
    result = german.build(*arguments)
    assert result.exit_code == 2
    assert "nbgrader_config.py" in result.stderr
    assert config.read_text().endswith("# mine\n")


def test_a_folder_with_other_things_is_left_alone(german, tmp_path):
    to = tmp_path / "mine"
    to.mkdir()
    (to / "thesis.txt").write_text("years of work")
    result = german.build("--language", "de", "--to", str(to))
    assert result.exit_code == 2
    assert "holds something else" in result.stderr
    assert [path.name for path in to.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "--language", "de"), "--language and --to need one another"),
        (("translate", "xx"), "There is no language 'xx'"),
        (("translate", "de", "07_none"), "There is no unit '07_none'"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(toy, words, said):
    arguments = [words[0], "--course-dir", str(toy.root), *words[1:]]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_broken_catalogue_is_named(german):
    (german.root / "translations" / "de" / "01_double.po").write_text("this is no catalogue\n")
    result = german.build()
    assert result.exit_code == 2
    assert "01_double.po cannot be read as a PO file" in result.stderr


def test_the_record_of_what_was_laid_is_whole(german, tmp_path):
    to = tmp_path / "deutsch"
    assert german.build("--language", "de", "--to", str(to)).exit_code == 0
    record = json.loads((to / ".translated.json").read_text())
    assert set(record) == {"nbgrader_config.py", "source/01_double.py"}
