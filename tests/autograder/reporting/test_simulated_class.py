"""A class graded for real, and every figure of its report recomputed by pandas and SciPy.

The oracle reads the gradebook in SQL of its own and each attempt's `result.json` as it lay there
after its round; it knows nothing of `.autograder/attempts`.
"""

import json
import os
import sqlite3
from datetime import timedelta

import numpy as np
import pandas
import pytest
from bs4 import BeautifulSoup
from scipy.stats import pearsonr
from simulated_class import DUE, EXTENDED_HOURS, UNIT, SimulatedClass

pytestmark = pytest.mark.slow

LEARNERS = int(os.environ.get("SIMULATED_LEARNERS", "30"))
"""The class of 300 takes minutes: it is asked for by this variable."""

POINTS = """
select submitted_assignment.student_id as student, base_cell.name as cell,
       coalesce(grade.manual_score, grade.auto_score, 0) + coalesce(grade.extra_credit, 0)
       as points,
       coalesce(grade_cells.max_score, task_cells.max_score) as most,
       grade.needs_manual_grade as waits, submitted_assignment.timestamp as handed_in
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join base_cell on grade.cell_id = base_cell.id
left join grade_cells on grade_cells.id = base_cell.id
left join task_cells on task_cells.id = base_cell.id
"""


@pytest.fixture(scope="module")
def simulated(commands, tmp_path_factory):
    """The class after its attempts; every other reflection has its mark by hand."""
    made = SimulatedClass(tmp_path_factory.mktemp("simulated"), commands, LEARNERS)
    made.learn()
    made.mark()
    return made


@pytest.fixture(scope="module")
def report(simulated):
    """What `autograder report` says of the unit, with the pages written besides."""
    simulated.run(0, "autograder", "report", "--csv")
    [unit] = json.loads(simulated.run(0, "autograder", "report", "--json"))
    return unit


@pytest.fixture(scope="module")
def rows(simulated):
    """The gradebook, a row for each learner and cell."""
    with sqlite3.connect(simulated.root / "gradebook.db") as connection:
        return pandas.read_sql(POINTS, connection, parse_dates=["handed_in"])


@pytest.fixture(scope="module")
def points(rows):
    """Learners x cells; what waits for a mark is missing."""
    return rows[rows.waits == 0].pivot(index="student", columns="cell", values="points")


@pytest.fixture(scope="module")
def most(rows):
    return rows.groupby("cell").most.first()


@pytest.fixture(scope="module")
def attempts(simulated):
    """A row for each attempt and test."""
    found = [
        {"student": told["student"], "place": place, "test": name, **verdict}
        for place, told in enumerate(simulated.told)
        for tests in told["tests"].values()
        for name, verdict in tests.items()
    ]
    table = pandas.DataFrame(found)
    table["right"] = table.points >= table.max_points
    table["number"] = table.groupby(["student", "test"]).place.rank().astype(int)
    return table


def test_who_stands_where(simulated, report, rows):
    last = {told["student"]: told for told in simulated.told}
    handed_in = rows.groupby("student").handed_in.first()
    due = pandas.Series(pandas.Timestamp(DUE), index=handed_in.index)
    due[simulated.extended.id] += timedelta(hours=EXTENDED_HOURS)
    assert report["counts"] == {
        "submitted": len(last),
        "graded": len(last),
        "late": int((handed_in > due).sum()),
        "flagged": sum(told["status"] == "graded, flagged" for told in last.values()),
        "ungradable": 1,
        "waits for a mark": int(rows.groupby("student").waits.max().sum()),
        "nothing submitted": LEARNERS - len(last),
    }
    assert report["counts"]["late"] and handed_in[simulated.extended.id] > pandas.Timestamp(DUE)


def figures(report, kind):
    return pandas.DataFrame(report[kind]).set_index("name")


def held(found, wanted):
    """Hold a column of the report against the oracle's; nothing is nothing in both."""
    pandas.testing.assert_series_equal(
        found.astype(float), wanted.reindex(found.index), check_names=False, check_dtype=False
    )


def exercise(name):
    return name.removesuffix("_visible").removesuffix("_hidden")


@pytest.mark.parametrize("kind", ["tests", "exercises"])
def test_how_hard_each_is_and_what_it_tells(report, points, most, kind):
    found = figures(report, kind)
    settled = points.dropna(axis=1)
    groups = most.groupby(exercise if kind == "exercises" else str)
    assert sorted(found.index) == sorted(groups.groups)
    for name, cells in groups.groups.items():
        mine = points[cells].dropna().sum(axis=1)
        rest = settled.drop(columns=cells, errors="ignore").sum(axis=1)[mine.index]
        item = found.loc[name]
        assert item.n == len(mine) and item.right == (mine >= most[cells].sum()).sum()
        assert item.share == pytest.approx(mine.mean() / most[cells].sum())
        if mine.nunique() == 1:  # everybody has the same: there is nothing to correlate
            assert item.discrimination is None or np.isnan(item.discrimination)
            continue
        oracle = pearsonr(mine, rest)
        assert item.discrimination == pytest.approx(oracle.statistic)
        assert item.interval == pytest.approx(tuple(oracle.confidence_interval(0.95)), abs=1e-6)


@pytest.mark.parametrize("kind", ["tests", "exercises"])
def test_how_long_it_took(report, attempts, kind):
    found = figures(report, kind)
    table = attempts.assign(name=attempts.test.map(exercise if kind == "exercises" else str))
    each = table.groupby(["name", "student", "place"], as_index=False)
    tried = each.agg(right=("right", "all"), seconds=("seconds", "sum"), number=("number", "first"))
    first = tried[tried.right].groupby(["name", "student"]).number.min()
    held(found.attempts, first.groupby("name").mean())
    last = tried.sort_values("place").groupby(["name", "student"]).last()
    held(found.seconds, last.groupby("name").seconds.median())


def test_who_passed_the_visible_test_and_failed_the_hidden_one(report, points, most):
    passed = points.ge(most)[points.columns]
    for name, item in figures(report, "tests").iterrows():
        if name.endswith("_hidden"):
            visible = passed[name.replace("_hidden", "_visible")]
            assert item.hidden_only == (visible & ~passed[name]).sum()


def test_reliability(report, points):
    settled = points.dropna(axis=1)
    covariance = np.cov(settled.T)
    k = len(covariance)
    wanted = k / (k - 1) * (1 - np.trace(covariance) / covariance.sum())
    assert report["alpha"] == pytest.approx(wanted)


def test_the_sentences_and_who_found_out_of_them(report, attempts):
    said = attempts[~attempts.right & (attempts.message != "")].copy()
    lines = said.message.str.strip().str.split("\n").str[0]
    said["text"] = lines.str.replace("AssertionError: ", "").str.replace("CheckFailed: ", "")
    wanted = {}
    for (test, text), group in said.groupby(["test", "text"]):
        ways, again = [], 0
        for student, shown in group.groupby("student"):
            theirs = attempts[(attempts.student == student) & (attempts.test == test)]
            right = theirs[theirs.right & (theirs.number >= shown.number.min())]
            ways += [right.number.min() - shown.number.min()] if len(right) else []
            again += len(shown) > 1
        who = sorted(group.student.unique())
        stuck = len(who) >= 3 and 2 * again > len(who)
        wanted[test, text.strip()] = (who, len(ways), np.mean(ways) if ways else None, stuck)
    found = {
        (each["test"], each["text"]): (
            each["who"], each["out"], each["attempts"], each["helps_nobody"],
        )
        for each in report["sentences"]
    }  # fmt: skip
    assert found == wanted
    assert any(ways for _, ways, _, _ in wanted.values())


def test_each_learners_own_line(simulated, report, rows, points):
    found = {each["who"]: each for each in report["learners"]}
    assert list(found) == [each.id for each in simulated.learners]
    scores = rows.groupby("student").points.sum()
    told = pandas.DataFrame(simulated.told).groupby("student").handed_in.agg(["size", "max"])
    for who, each in found.items():
        if who == simulated.absent.id:
            assert (each["score"], each["items"], each["attempts"]) == (None, {}, 0)
        else:
            assert each["score"] == pytest.approx(scores[who])
            assert each["items"] == points.loc[who].dropna().to_dict()
            assert (each["attempts"], each["last"]) == (
                told["size"][who], told["max"][who].isoformat(),
            )  # fmt: skip


def tables(simulated, name):
    """Return the tables of a page by their headings."""
    page = (simulated.root / ".autograder" / "report" / f"{name}.html").read_text("utf-8")
    found = {}
    for table in BeautifulSoup(page, "html.parser").find_all("table"):
        head, *body = [
            [cell.get_text() for cell in row.find_all(["th", "td"])] for row in table("tr")
        ]
        found[head[0]] = pandas.DataFrame(body, columns=head)
    return found


def short(value, form):
    return "" if value is None or value != value else format(value, form)


def test_the_pages_show_these_figures(simulated, report):
    found = tables(simulated, UNIT)
    for heading, kind in (("Test", "tests"), ("Exercise", "exercises")):
        wanted = [
            [
                each["name"], str(each["n"]), short(100 * each["share"], ".0f") + " %",
                str(each["right"]), short(each["discrimination"], ".2f"),
                " to ".join(f"{end:.2f}" for end in each["interval"] or ()),
                *([short(each["hidden_only"], "g")] if kind == "tests" else []),
                short(each["attempts"], ".2f"), short(each["seconds"], ".2f"),
            ]
            for each in report[kind]
        ]  # fmt: skip
        assert found[heading].to_numpy().tolist() == wanted
    learners = found["Learner"].set_index("Learner")
    for each in report["learners"]:
        assert learners.loc[each["who"]].iloc[3] == short(each["score"], "g")
    scores = [each["score"] for each in report["learners"] if each["score"] is not None]
    bars, _ = np.histogram(scores, bins=10, range=(0, report["max_score"]))
    assert found["Points"]["Learners"].astype(int).tolist() == bars.tolist()
    course = tables(simulated, "index")["Unit"].iloc[0]
    assert {name: int(course[name]) for name in report["counts"]} == report["counts"]
    assert course["Mean points"] == f"{np.mean(scores):.2f}"


def test_the_spreadsheet_has_the_same_points(simulated, rows):
    simulated.run(0, "autograder", "export", "--to", "wide", "--exercises")
    found = pandas.read_csv(simulated.root / "wide.csv", index_col="id")
    wanted = rows.pivot(index="student", columns="cell", values="points")
    assert sorted(found.index) == sorted(each.id for each in simulated.learners)
    for name in wanted.columns:
        held(found[f"{UNIT}/{name}"].drop(simulated.absent.id), wanted[name])
    held(found[UNIT].drop(simulated.absent.id), wanted.sum(axis=1))
    assert np.isnan(found[UNIT][simulated.absent.id])
