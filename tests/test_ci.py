"""In CI a skip is a failure, or a missing system part would go unnoticed."""

import pytest
from unit import ROOT

SKIPS = {
    "test_test": "import pytest\n\n\n@pytest.mark.skip(reason='no browser')\ndef test(): ...\n",
    "test_file": "import pytest\n\npytest.importorskip('no_such_browser')\n\n\ndef test(): ...\n",
}
"""A test that skips, and a file that does so as a whole."""


@pytest.mark.parametrize("ci", ["", "true"])
def test_a_skip_is_a_failure_in_ci_alone(pytester, monkeypatch, ci):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests" / "helpers"))
    # No plugin has a part in it; loading all of them takes longer than everything else here.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(**SKIPS)
    result = pytester.runpytest_subprocess(
        "-p", "no:cacheprovider", "--continue-on-collection-errors"
    )
    outcomes = result.parseoutcomes()
    if ci:
        assert outcomes == {"errors": 2}
        told = [line for line in result.outlines if "skipped in CI: " in line]
        assert any("no browser" in line for line in told), told
        assert any("no_such_browser" in line for line in told), told
    else:
        assert outcomes == {"skipped": 2}
