"""What `autograder grade --preview` and `--apply` do."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from autograder.course import Course, load_course
from autograder.engine.gradebook.attempts import read_attempts
from autograder.engine.gradebook.folders import recover
from autograder.engine.gradebook.locking import locked
from autograder.engine.run.opening import make_run, open_gradebook
from autograder.engine.run.run import Run
from autograder.engine.run.told_inside import refuse_inside, told_inside
from autograder.engine.submission.results import UNGRADABLE, read_result
from autograder.problems import CannotStart, shown, some_of
from autograder.regrading.changes import Regraded, keep_better, tried_out
from autograder.regrading.page import preview_page, told
from autograder.regrading.rows import Standing, read_standings
from autograder.regrading.stored import Note, Preview
from autograder.regrading.surroundings import handed_in, surroundings


def preview(
    unit: str,
    students: tuple[str, ...],
    jobs: int,
    force: bool,
    root: Path,
    as_json: bool,
    no_isolation: bool,
    strict: bool,
    only_raise: bool,
) -> None:
    """Run `autograder grade --preview`; its words are those of the command."""
    course = load_course(root)
    with locked(course), open_gradebook(course) as gradebook:
        run = make_run(course, unit, gradebook, isolated=not no_isolation)
        if strict:
            refuse_inside(run.assignment)
            run.own.strict = True
        found = run.submissions(list(students))
        made = Preview(course, unit)
        made.begin()
        standings = read_standings(gradebook, unit)
        note = Note(not no_isolation, list(students), surroundings(run), {}, {}, {})
        note.work = handed_in(run, found)
        note.before = {name: standings.get(name, Standing()).digest() for name in found}
        regraded = _tried(run, made, note, found, standings, jobs, force, only_raise)
        made.end(note, preview_page(run.assignment, regraded, only_raise))
        notes = [*told_inside(run.assignment), *run.own.failing()]
    if as_json:
        click.echo(json.dumps([asdict(each) for each in regraded], indent=1))
    else:
        for line in [*told(regraded, len(found)), *notes]:
            click.echo(line)
        click.echo(f"Nothing is written to the gradebook. The page: {shown(made.page.resolve())}.")
        click.echo(f"`autograder grade {unit} --apply` writes exactly this.")
    if any(each.status == UNGRADABLE for each in regraded):
        sys.exit(1)


def _tried(
    run: Run,
    made: Preview,
    note: Note,
    found: dict[str, Path],
    standings: dict[str, Standing],
    jobs: int,
    force: bool,
    only_raise: bool,
) -> list[Regraded]:
    """Grade, keep each result, and return what would change, learner by learner."""
    first, scores = run.own.job(), run.scores()
    all_jobs = [run.job(student, folder) for student, folder in found.items()]
    wanted = [job for job in all_jobs if force or run.earlier(job, scores) is None]
    if not wanted:
        return []
    attempts = read_attempts(run.course, run.assignment.name) if only_raise else {}
    saver, regraded = run.saver(), []
    for result in run.results(first, wanted, jobs):
        student = result.student
        kept = []
        if only_raise:
            known, tried = scores.get(student, {}), attempts.get(student, [])
            kept = keep_better(run, result, found[student], known, tried)
        before = standings.get(student, Standing())
        change, after = tried_out(run, saver, result, found[student], before)
        change.notes += kept
        note.after[student] = after.digest()
        made.add(result)
        regraded.append(change)
    return sorted(regraded, key=lambda each: each.student)


def apply(unit: str, root: Path, as_json: bool) -> None:
    """Run `autograder grade --apply`: write what was previewed, or say what has changed since."""
    course = load_course(root)
    with locked(course), open_gradebook(course) as gradebook:
        made = Preview(course, unit)
        note = made.note()
        run = make_run(course, unit, gradebook, note.isolated)
        step = course.app.coursedir.submitted_directory
        found = course.learners(step, unit)
        if note.chosen:
            found = {name: path for name, path in found.items() if name in note.chosen}
        standings = read_standings(gradebook, unit)
        _refuse_changed(run, note, found, standings)
        outcomes = []
        saver = run.saver()
        for result in made.results():
            recover(run.destination(result.student))
            if not _is_done(run, note, result, standings):
                outcomes.append(run.saved(saver, result, found[result.student]))
        made.forget()
    _tell_applied(course, unit, outcomes, as_json)


def _refuse_changed(
    run: Run, note: Note, found: dict[str, Path], standings: dict[str, Standing]
) -> None:
    now = surroundings(run)
    changed = [words for words in now if note.surroundings.get(words) != now[words]]
    work = handed_in(run, found)
    others = sorted(name for name in {*work, *note.work} if work.get(name) != note.work.get(name))
    changed += [f"what {some_of(others)} handed in"] if others else []
    graded = sorted(
        name
        for name, hash_before in note.before.items()
        if standings.get(name, Standing()).digest() not in (hash_before, note.after.get(name))
    )
    changed += [f"the gradebook's points of {some_of(graded)}"] if graded else []
    if changed:
        unit = run.assignment.name
        raise CannotStart(
            f"Nothing is written: since the preview of {unit}, {', '.join(changed)} changed. "
            f"Preview again: `autograder grade {unit} --preview`."
        )


def _is_done(run: Run, note: Note, result: Any, standings: dict[str, Standing]) -> bool:
    """Whether an earlier `--apply`, stopped since, has written this one."""
    there = (read_result(run.destination(result.student)) or {}).get("fingerprint")
    rows = standings.get(result.student, Standing()).digest()
    return (
        not result.problem and there == result.fingerprint and (rows == note.after[result.student])
    )


def _tell_applied(course: Course, unit: str, outcomes: list, as_json: bool) -> None:
    failed = [each for each in outcomes if each.status == UNGRADABLE]
    if as_json:
        click.echo(json.dumps([asdict(each) for each in outcomes], indent=1))
    else:
        for each in failed:
            click.echo(f"{each.student}: {each.status}\n  {each.problem}")
        click.echo(f"{unit}: {len(outcomes) - len(failed)} submissions are written as previewed.")
    if failed:
        sys.exit(1)
