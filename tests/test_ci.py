"""In CI a skip is a failure, or a missing system part would go unnoticed."""

import pytest
from unit import ROOT

SKIPS = {
    "a test": "import pytest\n\n\n@pytest.mark.skip(reason='no browser')\ndef test(): ...\n",
    "a file": "import pytest\n\npytest.importorskip('no_such_browser')\n\n\ndef test(): ...\n",
}


@pytest.mark.parametrize("what", SKIPS)
@pytest.mark.parametrize("ci", ["", "true"])
def test_a_skip_is_a_failure_in_ci_alone(pytester, monkeypatch, what, ci):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests" / "helpers"))
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(SKIPS[what])
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    outcomes = result.parseoutcomes()
    if ci:
        assert outcomes == {"errors": 1}
        result.stdout.fnmatch_lines(["*skipped in CI: *"])
    else:
        assert outcomes == {"skipped": 1}
