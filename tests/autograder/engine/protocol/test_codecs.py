"""Do the types of the standard library and of others cross as what they are, and nothing forged?"""

import datetime
import json
from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from autograder.engine.protocol.codecs.codec import LIBRARIES
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import MOST_VALUES, NotPlain
from autograder.engine.protocol.plain import Encoder

BERLIN = ZoneInfo("Europe/Berlin")


def crossed(value):
    """Return what comes out on the other side."""
    encoder = Encoder()
    node = json.loads(json.dumps(encoder(value)))
    return Decoder(encoder.blobs, libraries=LIBRARIES)(node)


STANDARD = [
    Counter("aab"),
    OrderedDict(b=1, a=[2]),
    defaultdict(list, {1: [2]}),
    deque([1, [2]], 3),
    Decimal("1.50"),
    Decimal("-Infinity"),
    Fraction(-1, 3),
    {"a": 1, (1, 2): 2}.keys(),
    {"a": 1}.items(),
    datetime.date(2026, 1, 2),
    datetime.time(1, 2, 3, 4),
    datetime.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
    datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=2), "there")),
    datetime.timedelta(-1, 5, 6),
    datetime.UTC,
    BERLIN,
    np.poly1d([1, 0], variable="t"),
    np.polynomial.Chebyshev([1.0, 2.0]),
]


@pytest.mark.parametrize("value", STANDARD, ids=lambda value: type(value).__name__)
def test_a_standard_type_crosses_as_what_it_is(value):
    found = crossed([value])[0]
    assert type(found) is type(value) and found == value and repr(found) == repr(value)


def test_the_values_of_a_dict_cross():
    found = crossed({"a": 1, "b": [2]}.values())
    assert type(found) is type({}.values()) and list(found) == [1, [2]]


@pytest.mark.parametrize("value", [np.eye(2).view(np.matrix), np.ma.masked_array([1, 2], [0, 1])])
def test_an_array_of_another_kind_crosses(value):
    found = crossed(value)
    assert type(found) is type(value) and found.tolist() == value.tolist()


def test_a_default_dict_goes_on_making_what_is_missing():
    assert crossed(defaultdict(list))["new"] == []


# One value in several places


def test_a_list_in_two_places_is_one():
    board, rows = crossed(([[0] * 2] * 2, [[0] * 2 for _ in range(2)]))
    assert board[0] is board[1] and rows[0] is not rows[1]


def test_a_list_that_contains_itself_crosses():
    value = [1]
    value.append({"me": value})
    found = crossed(value)
    assert found[1]["me"] is found


def test_an_array_in_two_places_is_one():
    one = np.zeros(2)
    first, second = crossed([one, {"a": one}])
    assert first is second["a"]


def test_what_is_made_for_the_way_is_not_taken_for_another():
    views = [{"a": n}.items() for n in range(50)]
    assert [list(view) for view in crossed(views)] == [[("a", n)] for n in range(50)]


def test_a_value_in_a_million_places_is_refused():
    value = [1]
    for _ in range(60):
        value = [value, value]
    with pytest.raises(NotPlain, match=str(MOST_VALUES)):
        crossed(value)


def test_what_failed_is_not_referred_to():
    encoder = Encoder()
    inner = [1]
    with pytest.raises(NotPlain):
        encoder([inner, object()])
    node = encoder([inner, inner])
    assert Decoder([])(node) == [[1], [1]]


# Forgeries

ENDLESS = ["range", 0, 2**60, 1]
FORGED = [
    ["as"],
    ["as", ["list"]],
    ["as", "os.system", "true"],
    ["as", "fractions.Fraction", 1, 0],
    ["as", "fractions.Fraction", ["list"], 1],
    ["as", "fractions.Fraction", True, 1],
    ["as", "decimal.Decimal", "no number"],
    ["as", "decimal.Decimal", 1.5],
    ["as", "collections.Counter", 5],
    ["as", "collections.deque", None, 5],
    ["as", "collections.defaultdict", 5, ["list"]],
    ["as", "datetime.date", 2026, 13, 1],
    ["as", "datetime.timedelta", 10**30, 0, 0],
    ["as", "datetime.timezone", 5],
    ["as", "zoneinfo.ZoneInfo", "../../../etc/passwd"],
    ["as", "zoneinfo.ZoneInfo", "/etc/passwd"],
    ["as", "numpy.matrix", ["list", 1]],
    ["as", "numpy.poly1d", ["list", 1], 5],
    ["as", "scipy.csr_matrix", 1, 2, 3, 4],
    ["as", "collections.deque", None, ENDLESS],
    ["as", "builtins.dict_keys", ENDLESS],
    ["as", "builtins.dict_values", ENDLESS],
    ["use", 0],
    ["use", -1],
    ["def", True, "list"],
    ["def", 0, "as", "collections.deque", None, ["list", ["use", 0]]],
    ["list", ["use", 1], ["def", 1, "list"]],
]


@pytest.mark.parametrize("node", FORGED, ids=lambda node: repr(node)[:40])
def test_a_forged_node_is_refused(node):
    with pytest.raises(NotPlain):
        Decoder([], libraries=LIBRARIES)(node)


def test_a_library_that_the_course_does_not_import_is_not_loaded():
    with pytest.raises(NotPlain):
        Decoder([b""], libraries=())(["as", "statsmodels.anything", 1])


# SciPy


@pytest.mark.parametrize("form", ["csr", "csc", "bsr", "coo", "dia", "dok", "lil"])
@pytest.mark.parametrize("word", ["matrix", "array"])
def test_a_sparse_matrix_crosses(form, word):
    sparse = pytest.importorskip("scipy.sparse")
    value = getattr(sparse, f"{form}_{word}")(np.array([[0, 2.5, 0], [1, 0, 0]]))
    found = crossed(value)
    assert type(found) is type(value) and (found.toarray() == value.toarray()).all()


@pytest.mark.parametrize(
    "parts",
    [
        ([1.0], [10**6], [0, 1], (1, 1)),
        ([1.0], [0], [0, 10**6], (1, 1)),
        ([1.0], [-5], [0, 1], (1, 1)),
        ([1.0], [0], [0, 1], (-1, 1)),
        ([], [], [0], (10**12, 10**12)),
    ],
)
def test_a_forged_sparse_matrix_is_refused(parts):
    pytest.importorskip("scipy.sparse")
    *arrays, shape = parts
    encoder = Encoder()
    told = [*map(encoder, map(np.array, arrays)), encoder(shape)]
    for name in ("csr_matrix", "csc_array"):
        with pytest.raises(NotPlain):
            Decoder(encoder.blobs, libraries=LIBRARIES)(["as", f"scipy.{name}", *told])


# pandas


@pytest.fixture(scope="module")
def pd():
    """The library itself."""
    return pytest.importorskip("pandas")


@pytest.fixture
def frame(pd):
    """A table with a column of each type."""
    return pd.DataFrame(
        {
            "whole": [1, 2, 3],
            "gap": [1.5, None, 2],
            "text": ["x", "y", None],
            "day": pd.to_datetime(["2026-01-01"] * 3),
            "kind": pd.Categorical(["u", "v", "u"], ["v", "u"], ordered=True),
            "maybe": pd.array([1, None, 2], dtype="Int64"),
            "there": pd.date_range("2026", periods=3, tz="Europe/Berlin"),
            "whether": pd.array([True, None, False], dtype="boolean"),
            "any": [[1], "a", {2}],
        }
    )


def test_a_table_crosses(pd, frame):
    pd.testing.assert_frame_equal(crossed(frame), frame)


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame[:0],
        lambda frame: frame[[]],
        lambda frame: frame[["whole", "whole"]],
        lambda frame: frame.set_index("text"),
        lambda frame: frame.set_index(["kind", "whole"]),
        lambda frame: frame.groupby("kind", observed=True).agg({"gap": ["sum", "mean"]}),
        lambda frame: frame[["whole", "gap"]].describe(),
        lambda frame: frame[["whole", "gap"]].T,
    ],
    ids=range(8),
)
def test_what_is_made_of_a_table_crosses(pd, frame, change):
    pd.testing.assert_frame_equal(crossed(change(frame)), change(frame))


def test_series_and_index_cross(pd, frame):
    counts = frame.kind.value_counts()
    pd.testing.assert_series_equal(crossed(counts), counts)
    days = pd.date_range("2026", periods=3, freq="D", name="day")
    for index in (days, pd.RangeIndex(1, 9, 2), frame.columns, pd.timedelta_range("1D", periods=2)):
        pd.testing.assert_index_equal(crossed(index), index, exact=True)
    assert crossed(days).freq == days.freq


def test_the_scalars_of_pandas_cross(pd):
    for value in (pd.Timestamp("2026-01-02", tz="UTC"), pd.Timedelta("1D")):
        assert crossed(value) == value and type(crossed(value)) is type(value)
    assert crossed([pd.NA, pd.NaT])[0] is pd.NA and crossed(pd.NaT) is pd.NaT


def test_a_table_with_a_column_of_another_type_is_no_data(pd):
    with pytest.raises(NotPlain):
        crossed(pd.DataFrame({"a": pd.period_range("2026", periods=2)}))


def test_a_forged_table_is_refused(pd):
    encoder = Encoder()
    index, array = encoder(pd.RangeIndex(3)), encoder(np.arange(2))
    codes = encoder(np.array([0, 7]))
    for column in (
        ["tuple", "object", ENDLESS],
        ["tuple", "numpy", array],
        ["tuple", "category", codes, encoder(pd.RangeIndex(1)), False],
        ["tuple", "string", "python", True, ["list", 1, 2, 3]],
        ["tuple", "Int64", ["list", 1], array],
        ["tuple", "nothing", array],
    ):
        node = ["as", "pandas.DataFrame", encoder(pd.Index(["a"])), index, ["list", column]]
        with pytest.raises(NotPlain):
            Decoder(encoder.blobs, libraries=LIBRARIES)(node)


# SymPy

EXPRESSIONS = """
2*x; x**2 + 1; sin(x)/2; Rational(1, 3); Float('1.5'); pi; S.Half; Integer(7); sqrt(2); oo; I*x
f(x).diff(x); Integral(x, (x, 0, 1)); Eq(x, 1); Piecewise((x, x > 0), (0, True)); exp(x)
FiniteSet(1, 2); Interval(0, 1); log(x); true; Tuple(x, y); ImmutableMatrix([[1, x]]); Max(x, y)
diff(sin(x)*x**3, x); expand((x + y)**5); Sum(x, (x, 1, n)); n; Matrix([[x, 1]]); solve(x**2 - 2, x)
"""


@pytest.mark.parametrize("text", EXPRESSIONS.replace("\n", ";").split(";"))
def test_an_expression_crosses(text):
    sympy = pytest.importorskip("sympy")
    if not text.strip():
        return
    names = {"n": sympy.Symbol("n", positive=True), "f": sympy.Function("f")}
    value = sympy.sympify(text, names)
    found = crossed(value)
    assert found == value and type(found) is type(value)


def test_a_forged_expression_is_refused():
    pytest.importorskip("sympy")
    for node in (
        ["as", "sympy.Symbol", "symbol", 5, ["dict"]],
        ["as", "sympy.Symbol", "symbol", "x", ["dict", ["positive", ["list"]]]],
        ["as", "sympy.Add", "sympify", "__import__('os')"],
        ["as", "sympy.Add", "Add", "__import__('os')"],
        ["as", "sympy.Add", "Add", ["list", ["tuple", "integer", "1"]]],
    ):
        with pytest.raises(NotPlain):
            Decoder([], libraries=LIBRARIES)(node)
