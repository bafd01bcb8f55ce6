"""The page of an audit: a table, and what should not be, exercise by exercise."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from autograder.trials.findings import Finding, share_killed

TEMPLATES = Path(__file__).parent / "templates"


def audit_page(findings: list[Finding], share: float, wanted: float) -> str:
    """Return the page as HTML; it needs nothing from elsewhere and no script.

    Parameters
    ----------
    findings : list of Finding
        In the order of the course.
    share : float
        Of the mutants that were killed.
    wanted : float
        What that share should be.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("audit.html.j2").render(
        findings=findings,
        share=share,
        wanted=wanted,
        shares=[share_killed([finding]) for finding in findings],
        line_kind=_line_kind,
    )


def _line_kind(line: str) -> str:
    """Return what a line of a diff is."""
    kinds = {"+": "added", "-": "removed"}
    return "head" if line.startswith(("+++", "---", "@@")) else kinds.get(line[:1], "same")
