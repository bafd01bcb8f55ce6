"""Are copies found among answers that nobody copied, and is no more said than that?"""

import functools
import random
import re
from collections import defaultdict

import nbformat
import pytest
from double_course import VISIBLE, hand_in_garbage
from tiny_course import TinyCourse, answer, book, check
from unit import ROOT

from autograder.similarity.fingerprints import Ground, assigned_names, tokens, winnowed
from autograder.similarity.pairs import ranked, rare_shares

# Planted copies. What a learner does to hide one, in the order of how often it is seen.


def renamed(text, chance):
    """Every local variable gets another name."""
    for name in set(re.findall(r"(?m)^\s+([a-z_]\w*) = ", text)):
        text = re.sub(rf"\b{name}\b", f"{name[0]}_{chance.randint(10, 99)}", text)
    return text


def other_comments(text, chance):
    """Comments are others, and one is added."""
    return re.sub(r"#[^\n]*", "# as I think", text) + f"\n# done {chance.random()}"


def reordered(text, chance):
    """Two assignments that follow one another change places."""
    lines = text.rstrip().split("\n")
    sets = [bool(re.match(r"\s+\w+ = ", line)) for line in lines]
    places = [at for at in range(len(lines) - 1) if sets[at] and sets[at + 1]]
    if places:
        at = chance.choice(places)
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


PLANTED = [
    [],
    [],
    [renamed],
    [other_comments],
    [reordered],
    [renamed, other_comments],
    [renamed, reordered],
    [other_comments, reordered],
    [renamed, other_comments, reordered],
    [other_comments, renamed],
]
UNITS = sorted(path.name for path in (ROOT / "tests" / "answers").glob("0[2-8]*"))
FEWEST = 30
"""Answers that an exercise must have to be a class's."""


@functools.cache
def answers_to(unit):
    """Exercise -> answers, of the right and wrong ones and of what readers tried."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests" / "answers" / unit).glob("*/*.py")):
        found[path.parent.name].append(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "tries" / unit).glob("*.py")):
        found[re.sub(r"_\d+$", "", path.stem)].append(path.read_text(encoding="utf-8"))
    return {name: texts for name, texts in found.items() if len(texts) >= FEWEST}


@functools.cache
def grounds_of(unit):
    given = defaultdict(list)
    for folder in ("source", "release"):
        for path in (ROOT / folder / unit).glob("*.ipynb"):
            for cell in nbformat.read(path, as_version=4).cells:
                given[cell.metadata.get("nbgrader", {}).get("grade_id")].append(cell.source)
    return {name: Ground(*sources) for name, sources in given.items() if name}


def class_with_copies(unit, seed):
    """Exercise -> learner -> answer, each drawn once; and the planted pairs, with how."""
    chance = random.Random(seed)
    pool = answers_to(unit)
    n = min(map(len, pool.values()))
    learners = [f"learner{place:02}" for place in range(n)]
    whole = {name: dict(zip(learners, chance.sample(pool[name], n), strict=True)) for name in pool}
    planted = {}
    for place, (who, ways) in enumerate(zip(chance.sample(learners, 10), PLANTED, strict=True)):
        for answers in whole.values():
            text = answers[who]
            for way in ways:
                text = way(text, chance)
            answers[f"planted{place}"] = text
        planted[who, f"planted{place}"] = ways
    return whole, planted


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("unit", UNITS)
def test_nine_of_the_first_ten_pairs_are_planted(unit, seed):
    whole, planted = class_with_copies(unit, seed)
    if unit.startswith("03"):
        assert sum(len(answers) - len(PLANTED) for answers in whole.values()) >= 200
    grounds = grounds_of(unit)
    pairs, _ = ranked(
        {
            name: {who: grounds[name].features_of(text) for who, text in answers.items()}
            for name, answers in whole.items()
        }
    )
    order = [(pair.first, pair.second) for pair in pairs]
    assert sum(pair in planted for pair in order[:10]) >= 9
    first_innocent = next(place for place, pair in enumerate(order) if pair not in planted)
    verbatim = [order.index(pair) for pair, ways in planted.items() if not ways]
    assert max(verbatim) < first_innocent


# The pieces


GIVEN = "def relu(z):\n    # Write your code here.\n    return ..."


def test_a_run_of_equal_tokens_is_always_found():
    chance = random.Random(0)
    for _ in range(200):
        run = [str(chance.random()) for _ in range(8)]
        before, after = ([str(chance.random()) for _ in range(chance.randint(0, 9))] for _ in "ab")
        assert winnowed(before + run) & winnowed(run + after)


def test_another_name_changes_no_piece_of_code():
    ground = Ground(GIVEN)
    one = ground.features_of("def relu(z):\n    lows = z * (z > 0)\n    return lows + 0")
    two = ground.features_of("def relu(z):\n    ups = z * (z > 0)\n    return ups + 0  # mine")
    assert one - two == {"name lows"}
    assert two - one == {"name ups", "comment mine"}


def test_another_name_for_what_the_solution_names_changes_no_piece_either():
    ground = Ground(GIVEN, "def relu(z):\n    above = z > 0\n    return np.where(above, z, 0)")
    one = ground.features_of("def relu(z):\n    above = z > 0\n    return above * z + 0 * above")
    two = ground.features_of("def relu(z):\n    a_17 = z > 0\n    return a_17 * z + 0 * a_17")
    assert one and two - one == {"name a_17"} and not one - two


def test_what_an_answer_gives_a_value_to():
    source = "a = b.c = f(d=1, e=2)\nfor g, h in i:\n    k += a == j\n    m[n] = 0"
    assert assigned_names(source) == {"a", "g", "h", "k"}
    assert assigned_names("a = (") == set()


def test_what_was_given_counts_for_nothing():
    ground = Ground(GIVEN, "def relu(z):\n    return np.maximum(z, 0)")
    assert ground.features_of("def relu(z):\n    return np.maximum(z, 0)") == frozenset()


def test_what_is_no_python_has_pieces_too():
    assert ("name", "oops") in tokens("def f(:\n  '''oops )")


def test_what_many_have_is_no_sign():
    many = {f"l{place}": frozenset({"usual"} if place < 8 else {"x"}) for place in range(30)}
    rare = {"a": frozenset({"usual", "rare"}), "b": frozenset({"usual", "rare"})}
    assert set(rare_shares({**many, **rare})) == {("a", "b")}


def test_two_of_earlier_years_make_no_pair():
    answers = {name: frozenset({"rare"}) for name in ("old/a", "old/b", "new")}
    answers |= {f"l{place}": frozenset({str(place)}) for place in range(9)}
    pairs, rates = ranked({"relu": answers}, earlier=["old/a", "old/b"])
    assert {(pair.first, pair.second) for pair in pairs} == {("new", "old/a"), ("new", "old/b")}
    assert (rates["relu"].answers, rates["relu"].same) == (12, 3)


# The command


ODD = "def double(x):\n    wombat = x  # <b>twice</b>\n    return wombat - -wombat + 0 * wombat"


@pytest.fixture(scope="module")
def course(commands, tmp_path_factory):
    made = TinyCourse.new(tmp_path_factory.mktemp("alike"), commands)
    solution = "def double(x):\n    return 2 * x"
    made.add("double", double=book(answer("double", solution), check("visible", VISIBLE)))
    for place in range(6):
        text = f"def double(x):\n    return x * 2 + {place} * (x - x)"
        made.submit(f"other{place}", "double", double=text)
    made.submit("ada", "double", double=ODD)
    made.submit("bob", "double", double=ODD.replace("x  #", "x #"))
    made.submit("solved", "double", double=solution)
    made.submit("again", "double", double=solution)
    hand_in_garbage(made, "garbled")
    made.submit("nothing", "double")
    year = made.submit("eve", "double", double=ODD).parent
    (made.root / "2025").mkdir()
    year.rename(made.root / "2025" / "eve")
    return made


def test_it_says_where_to_look_and_no_more(course):
    status, said = course.autograder("similar", "double", "--earlier", "2025")
    assert status == 0, said
    lines = said.splitlines()
    assert lines[0] == "Look here first; being alike is no proof that anybody copied."
    assert {line.partition(":")[0] for line in lines[1:4]} == {
        "ada and bob",
        "2025/eve and ada",
        "2025/eve and bob",
    }
    assert "solved and again" not in said and "again and solved" not in said
    assert "Not compared, as nothing could be read: garbled." in said
    path = course.root / ".autograder" / "similar" / "double.html"
    page = path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
    assert "&lt;b&gt;twice&lt;/b&gt;" in page and "<b>" not in page and "<script" not in page
    assert "name wombat (in 3 of 11)" in page
    assert "Being alike is no proof." in page and "copied" not in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["double", "--earlier", "submitted/ada"], "holds no submission of double"),
        (["treble"], "The gradebook knows no unit treble"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(course, words, sentence):
    status, said = course.autograder("similar", *words)
    assert status == 2 and sentence in said
