"""Imported by what grades submissions: without bubblewrap, the tests of a module are skipped."""

import shutil

import pytest

if shutil.which("bwrap") is None:
    pytest.skip("there is no bwrap on this machine", allow_module_level=True)
