"""What must have become of an attack, wherever it was graded."""

from attack_course import ATTACKS, MAX_SCORE, NEIGHBOURS, UNIT, Attack
from nbgrader.api import Gradebook

FILES = [Attack.read(path) for path in sorted(ATTACKS.glob("*.py"))]

MOST_WRITTEN = 64 * 2**20
"""Bytes that may be written of one submission."""


def by_name(attack):
    """Return what a test of an attack is called by."""
    return attack.name


def check(attack, done):
    """Check one attack's verdict, points and flags, and that it has got hold of no secret."""
    assert attack.name in done.outcomes, done.said[-3000:]
    outcome = done.outcomes[attack.name]
    flags = {flag["what"] for flag in outcome["flags"]}
    assert outcome["status"] in attack.verdict.split(" or "), outcome
    assert (outcome["score"] or 0, attack.flags - flags) == (attack.points, set()), outcome
    assert done.course.leaks(attack.name) == set()
    assert done.course.size(attack.name) < MOST_WRITTEN
    if outcome["status"] != "ungradable":
        with Gradebook(f"sqlite:///{done.course.root / 'gradebook.db'}") as gradebook:
            assert gradebook.find_submission(UNIT, attack.name).score == attack.points


def check_harm(done):
    """Check that the neighbours have what they deserve, and that nothing is left of the run."""
    for name in NEIGHBOURS:
        assert name in done.outcomes, done.said[-3000:]
        outcome = done.outcomes[name]
        assert (outcome["status"], outcome["score"]) == ("graded", MAX_SCORE), outcome
    assert "Traceback" not in done.said
    assert [place for place, token in done.course.tokens.items() if token in done.said] == []
    assert done.processes == []
    assert done.files == []
