"""Is a website replaced by a finished one alone, and nothing else in its place?"""

from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason='Sphinx is missing: pip install ".[site]"')

from reading import __main__ as reading  # (needs Sphinx)


@pytest.fixture
def made(monkeypatch):
    """Returns how to have Sphinx end with a status, after it has written its pages."""
    monkeypatch.setattr(reading, "lay_out", lambda project, pages: None)

    def ends_with(status):
        def build(words):
            site = Path(words[-1])
            site.mkdir()
            (site / reading.OURS).touch()
            (site / "index.html").write_text("new")
            return status

        monkeypatch.setattr(reading, "build_main", build)

    return ends_with


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def former(tmp_path, made):
    """A website that was made before, and a page that the new one does not have."""
    made(0)
    assert reading.main(tmp_path / "site") == 0
    (tmp_path / "site" / "index.html").write_text("former")
    (tmp_path / "site" / "gone.html").touch()
    return tmp_path / "site"


@pytest.mark.parametrize(("status", "stands"), [(0, "new"), (1, "former")])
def test_the_former_website_stays_until_the_new_one_is_finished(
    former, made, status, stands, capsys
):
    made(status)
    capsys.readouterr()
    assert reading.main(former) == status
    assert (str(former / "index.html") in capsys.readouterr().out) == (status == 0)
    assert (former / "index.html").read_text() == stands
    assert (former / "gone.html").exists() == (stands == "former")
    assert names(former.parent) == ["site"]


def test_what_is_no_website_is_left_as_it_is(tmp_path, made, capsys):
    made(0)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    assert reading.main(mine) == 2
    assert names(mine) == ["thesis.txt"] and names(tmp_path) == ["mine"]
    assert f"{mine} is there, and is no website" in capsys.readouterr().err


def test_an_empty_folder_is_taken(tmp_path, made):
    made(0)
    assert reading.main(tmp_path) == 0
    assert "index.html" in names(tmp_path)
