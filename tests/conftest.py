"""Shared by all tests: paths, and the rule that CI may not skip."""

import os

import pytest
from hypothesis import settings
from warm_commands import WarmCommands

# No deadlines: how long an example takes is a matter for `make bench`. In CI the examples are the
# same in every run, so that a red run is about the change; elsewhere they explore.
settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("course")

collect_ignore = ["answers", "attacks"]
"""What learners write, some of it hostile: it is run by the tests, and never imported by pytest."""

LONGEST = (
    "test_killed.py",
    "test_equal_to_stock.py",
    "test_round_trip.py",
    "test_audit_figures.py",
    "test_watch_term.py",
    "test_attacks.py",
    "test_desks.py",
    "test_sittings_in_lab.py",
    "test_idioms.py",
    "test_learner_round_trip.py",
    "test_docs_commands.py",
    "test_widget.py",
    "test_simulated_class.py",
    "test_build_check.py",
    "test_cluster_cut_off.py",
    "test_attacks_on_cluster.py",
    "test_watch.py",
    "test_conformance.py",
    "test_postgresql.py",
    "test_watch_going_on.py",
    "test_binder.py",
    "test_class_in_lab.py",
    "test_audit.py",
    "test_cluster_grade.py",
    "test_audit_quickstart.py",
    "test_grader_in_lab.py",
    "test_tries.py",
    "test_instructor.py",
    "test_reading_edition.py",
    "test_answers.py",
    "test_home_in_lab.py",
    "test_cluster_faults.py",
    "test_cluster_deaths.py",
    "test_cluster_tls.py",
    "test_cluster_machines.py",
    "test_grade_withheld.py",
    "test_grade_results.py",
    "test_grade_gradebook.py",
    "test_preview.py",
    "test_grade_several.py",
    "test_wheel.py",
    "test_jupyterhub.py",
    "test_full_disk.py",
    "test_pima_example.py",
    "test_learner.py",
    "test_cards_in_lab.py",
    "test_class_pages.py",
    "test_labextension.py",
    "test_watch_postgresql.py",
    "test_watch_sittings.py",
    "test_watch_cluster.py",
    "test_stock.py",
    "test_grade.py",
    "test_recording.py",
    "test_grade_inside.py",
    "test_grade_finished_copies.py",
    "test_german.py",
    "test_package.py",
    "test_accessibility.py",
    "test_nbgrader_config.py",
    "test_ci.py",
    "test_build.py",
)
"""These files are begun first: in the end, workers share what is short."""


def pytest_collection_modifyitems(items):
    """Put the longest files in front; everything else stays in its order."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(LONGEST)))


@pytest.fixture(scope="session")
def commands():
    """Runs `autograder` and `nbgrader` commands without the seconds that their imports take."""
    made = WarmCommands()
    yield made
    made.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """In CI a skipped test is a failed one: `.ci/run` installs whatever a test needs."""
    return _no_skip_in_ci((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    """The same for a file that skips as a whole."""
    return _no_skip_in_ci((yield))


def _no_skip_in_ci(report):
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
