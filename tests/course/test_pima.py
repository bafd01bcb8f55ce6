"""The PIMA table: what it must hold, and what a damaged one says."""

import numpy as np
import pytest

from course import pima


def test_shape_sums_and_class_counts():
    table = np.loadtxt(pima.PATH, delimiter=",")
    assert table.shape == (768, 9)
    assert table[0].tolist() == [6, 148, 72, 35, 0, 33.6, 0.627, 50, 1]
    sums = [2953, 92847, 53073, 15772, 61286, 24570.3, 362.401, 25529, 268]
    assert table.sum(axis=0) == pytest.approx(sums, rel=1e-9)
    assert np.bincount(table[:, 8].astype(int)).tolist() == [500, 268]


def test_load_splits_features_from_the_class():
    X, y = pima.load()
    assert X.shape == (768, len(pima.FEATURES)) and y.shape == (768,)
    zeros = (X[:, list(pima.NOT_ZERO)] == 0).sum(axis=0)
    assert zeros.tolist() == [5, 35, 227, 374, 11]


def test_the_copy_equals_the_table_that_the_project_was_given():
    """Its provenance names this checksum's values: any edit of the table is seen."""
    import hashlib

    digest = hashlib.sha256(pima.PATH.read_bytes()).hexdigest()
    assert digest == "572987236d8df185996f9d8dd6f5df0ca12d432691c4512e64813b860b6f41ad"


def test_a_missing_table_says_where_it_should_be(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no PIMA table at .*nowhere\.csv\. Install"):
        pima.load(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("1,2,3\n4,5,6\n", "found 2 rows of 3"), ("6,148,x\n", "is damaged"), ("", "is damaged")],
)
@pytest.mark.filterwarnings("ignore:loadtxt. input contained no data:UserWarning")
def test_a_damaged_table_says_so(tmp_path, text, sentence):
    path = tmp_path / "table.csv"
    path.write_text(text)
    with pytest.raises(ValueError, match=sentence):
        pima.load(path)
