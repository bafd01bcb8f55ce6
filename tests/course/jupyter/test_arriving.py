"""Is feedback noticed when it has come, and not while it is being written?"""

from course.jupyter.arriving import Arrivals


def looks(arrivals, n):
    return [arrivals.news() for _ in range(n)]


def test_what_lies_there_and_what_comes_is_told_once(tmp_path):
    arrivals = Arrivals(tmp_path)
    assert looks(arrivals, 4) == [False, True, False, False]
    (tmp_path / "page.html").write_text("<h1>Well done</h1>")
    assert looks(arrivals, 4) == [False, True, False, False]
    (tmp_path / "page.html").write_text("<h1>Marked by hand</h1>")
    assert looks(arrivals, 3) == [False, True, False]


def test_a_page_that_is_being_written_is_not_told(tmp_path):
    arrivals = Arrivals(tmp_path)
    looks(arrivals, 2)
    for n in range(3):
        (tmp_path / "page.html").write_text("<p>" * (n + 1))
        assert not arrivals.news()
    assert arrivals.news()


def test_a_folder_that_comes_later_is_news(tmp_path):
    arrivals = Arrivals(tmp_path / "feedback")
    looks(arrivals, 2)
    (tmp_path / "feedback").mkdir()
    (tmp_path / "feedback" / "page.html").write_text("<h1>Well done</h1>")
    assert looks(arrivals, 3) == [False, True, False]
