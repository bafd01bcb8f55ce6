"""What `autograder grade` does: it grades what learners have submitted."""

import json
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from autograder.course import load_course
from autograder.engine.run.dispatch import Grades
from autograder.engine.run.looked_at import looked_at
from autograder.engine.run.opening import open_run
from autograder.engine.run.run import Run
from autograder.engine.run.told_inside import refuse_inside, told_inside
from autograder.engine.submission.results import FLAGGED, GRADED, UNGRADABLE, Outcome
from autograder.engine.submission.stops import SENTENCES
from autograder.problems import some_of
from autograder.settled import Settled


def grade(
    unit: str,
    students: tuple[str, ...],
    jobs: int,
    force: bool,
    root: Path,
    as_json: bool,
    no_isolation: bool,
    strict: bool,
    settled: Settled,
    elsewhere: Callable[[Run], Grades | None],
) -> None:
    """Run the command; its words are those of ``autograder grade``.

    ``settled`` takes down what the next one will say if nothing changes until then; ``elsewhere``
    gives what grades in the place of this machine, where something does.
    """
    settled.forget()
    course = load_course(root)
    with open_run(course, unit, isolated=not no_isolation) as run:
        if strict:
            refuse_inside(run.assignment)
            run.own.strict = True
        found = run.submissions(list(students))
        outcomes = _graded(run.grade(found, jobs, force, elsewhere(run)), len(found), as_json)
        notes = [*told_inside(run.assignment), *run.own.failing()]
        if not as_json:
            _say(_summary(outcomes, notes))
        if any(outcome.status == UNGRADABLE for outcome in outcomes):
            sys.exit(1)
        paths = looked_at(run, found)
        if paths is not None:
            run.gradebook.close()  # which may write
            settled.note(paths, _said_again(outcomes, notes, as_json))


def _said_again(outcomes: list[Outcome], notes: list[str], as_json: bool) -> str:
    """Return what the command says when nothing has changed since."""
    outcomes = [replace(outcome, unchanged=True) for outcome in outcomes]
    lines = [line for outcome in outcomes for line in _told(outcome, as_json)]
    return "".join(
        f"{line}\n" for line in [*lines, *([] if as_json else _summary(outcomes, notes))]
    )


def _say(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)


def _graded(graded: Generator[Outcome, None, None], count: int, as_json: bool) -> list[Outcome]:
    outcomes = []
    tqdm.monitor_interval = 0  # a thread of its own, and this process is about to be forked
    bar = tqdm(total=count, unit=" submissions", disable=None, file=sys.stderr, leave=False)
    with bar, closing(graded):
        for outcome in graded:
            outcomes.append(outcome)
            bar.update()
            if lines := _told(outcome, as_json):
                with bar.external_write_mode(file=sys.stdout):
                    _say(lines)
    return outcomes


def _told(outcome: Outcome, as_json: bool) -> list[str]:
    """Return what is said of one submission: as JSON everything, in words what needs a look."""
    if as_json:
        return [json.dumps(_record(outcome))]
    if outcome.status == GRADED:
        return []
    problem = [f"  {outcome.problem}"] if outcome.problem else []
    flags = [f"  {flag['text']}" for flag in outcome.flags]
    return [f"{outcome.student}: {outcome.status}", *problem, *flags]


def _record(outcome: Outcome) -> dict[str, Any]:
    return {
        "student": outcome.student,
        "unit": outcome.unit,
        "status": outcome.status,
        "score": outcome.score,
        "max_score": outcome.max_score,
        "flags": outcome.flags,
        "missing": outcome.missing,
        "stops": outcome.stops,
        "seconds": round(outcome.seconds, 3),
        "problem": outcome.problem,
        "isolated": outcome.isolated,
        "unchanged": outcome.unchanged,
    }


def _summary(outcomes: list[Outcome], notes: list[str]) -> list[str]:
    count = {status: 0 for status in (GRADED, FLAGGED, UNGRADABLE)}
    for outcome in outcomes:
        count[outcome.status] += 1
    unchanged = sum(outcome.unchanged for outcome in outcomes)
    scores = [outcome.score for outcome in outcomes if outcome.score is not None]
    most = f"{outcomes[0].max_score:g}"
    mean = f"; mean {sum(scores) / len(scores):.2f} of {most} points" if scores else ""
    lines = [
        f"{len(outcomes)} submissions: {count[GRADED]} graded, {count[FLAGGED]} graded and "
        f"flagged, {count[UNGRADABLE]} ungradable; {unchanged} had not changed{mean}."
    ]
    lines += _stopped(outcomes) + _not_handed_in(outcomes) + notes
    if any(not outcome.isolated for outcome in outcomes):
        lines.append("Not isolated: learners' code ran with your own rights.")
    return lines


def _stopped(outcomes: list[Outcome]) -> list[str]:
    """Say whose cells reached a limit, or ended their process."""
    lines = []
    for kind, sentence in SENTENCES.items():
        who = []
        for outcome in outcomes:
            places = [stop["where"] for stop in outcome.stops if stop["what"] == kind]
            if places:
                who.append(f"{outcome.student} ({', '.join(places)})")
        if who:
            lines.append(f"A cell {sentence}: {some_of(who)}.")
    return lines


def _not_handed_in(outcomes: list[Outcome]) -> list[str]:
    """Say which notebooks of the unit are still to come, and whose."""
    students: dict[str, list[str]] = {}
    for outcome in outcomes:
        for name in outcome.missing:
            students.setdefault(name, []).append(outcome.student)
    lines = []
    for name, who in sorted(students.items()):
        lines.append(f"Not handed in yet: {name}, by {some_of(who)}.")
    return lines
