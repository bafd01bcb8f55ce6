"""DataFrame, Series, the usual kinds of Index, and pandas' own scalars.

A column crosses as its values and what its type is made of, chosen from a closed list; a table with
a column of another type does not cross, and stays the learner's object.
"""

from typing import Any

import numpy as np
import pandas as pd

from autograder.engine.protocol.codecs.codec import Codec, NoPlainParts, listed, text, whole

NUMPY_KINDS = "biufcmM"
NULLABLE = {
    str(kind()): kind
    for kind in (
        pd.Int8Dtype, pd.Int16Dtype, pd.Int32Dtype, pd.Int64Dtype, pd.UInt8Dtype, pd.UInt16Dtype,
        pd.UInt32Dtype, pd.UInt64Dtype, pd.Float32Dtype, pd.Float64Dtype, pd.BooleanDtype,
    )
}  # fmt: skip


# A column, or the values of an index


def column_parts(array: Any) -> tuple:
    """Return what a pandas array is made of; the first part says of which kind it is."""
    if type(array) is pd.arrays.NumpyExtensionArray:
        array = array.to_numpy()
    dtype = array.dtype
    if isinstance(dtype, np.dtype) and dtype.kind in NUMPY_KINDS:
        return "numpy", np.asarray(array)
    if isinstance(dtype, np.dtype) and dtype.kind == "O":
        return "object", list(array)
    if isinstance(dtype, pd.StringDtype):
        missing = array.isna()
        values = [None if gone else str(part) for part, gone in zip(array, missing, strict=True)]
        return "string", dtype.storage, dtype.na_value is not pd.NA, values
    if isinstance(dtype, pd.CategoricalDtype):
        return "category", np.asarray(array.codes), pd.Index(dtype.categories), bool(dtype.ordered)
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zoned", array.tz_convert(None).to_numpy(), array.dtype.tz, dtype.unit
    if str(dtype) in NULLABLE:
        missing = np.asarray(array.isna())
        return str(dtype), array.to_numpy(dtype.numpy_dtype, na_value=dtype.type(0)), missing
    raise NoPlainParts(f"a column of the type {dtype}")


def column_made(parts: Any) -> Any:
    """Return the pandas array."""
    kind, *rest = parts
    if kind == "numpy":
        return _array(rest[0])
    if kind == "object":
        made = np.empty(len(listed(rest[0])), dtype=object)
        made[:] = rest[0]
        return made
    if kind == "string":
        storage, is_nan, values = rest
        if any(value is not None and type(value) is not str for value in listed(values)):
            raise TypeError("a text that is none")
        dtype = pd.StringDtype(text(storage), na_value=np.nan if is_nan is True else pd.NA)
        return pd.array(values, dtype=dtype)
    if kind == "category":
        codes, categories, ordered = rest
        return pd.Categorical.from_codes(
            _array(codes), _index(categories), ordered=ordered is True, validate=True
        )
    if kind == "zoned":
        return pd.DatetimeIndex(_array(rest[0])).as_unit(text(rest[2])).tz_localize(
            "UTC"
        ).tz_convert(rest[1]).array  # fmt: skip
    values, missing = rest
    return pd.array(np.where(_array(missing), None, _array(values)), dtype=NULLABLE[kind]())


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray or value.ndim != 1 or value.dtype.kind not in NUMPY_KINDS:
        raise TypeError("a column that is none")
    return value


# Index


def _index(value: Any) -> pd.Index:
    if not isinstance(value, pd.Index):
        raise TypeError("an index that is none")
    return value


def _index_parts(index: pd.Index) -> tuple:
    return column_parts(index.array), index.name


def _index_made(parts: Any, name: Any) -> pd.Index:
    array = column_made(parts)
    return pd.Index(array, dtype=array.dtype, name=name)


def _range_made(start: Any, stop: Any, step: Any, name: Any) -> pd.RangeIndex:
    return pd.RangeIndex(whole(start), whole(stop), whole(step), name=name)


def _times_parts(index: Any) -> tuple:
    return *_index_parts(index), index.freqstr


def _times_made(parts: Any, name: Any, freq: str | None) -> Any:
    made = _index_made(parts, name)
    if freq is not None:
        made.freq = text(freq)
    return made


def _multi_parts(index: pd.MultiIndex) -> tuple:
    return list(index.levels), [np.asarray(code) for code in index.codes], list(index.names)


def _multi_made(levels: list, codes: list, names: list) -> pd.MultiIndex:
    levels = [_index(part) for part in listed(levels)]
    return pd.MultiIndex(levels, list(map(_array, listed(codes))), names=listed(names))


# Series and DataFrame


def _series_made(parts: Any, index: Any, name: Any) -> pd.Series:
    array = column_made(parts)
    return pd.Series(array, index=_index(index), dtype=array.dtype, name=name)


def _frame_parts(frame: pd.DataFrame) -> tuple:
    columns = [column_parts(frame.iloc[:, place].array) for place in range(frame.shape[1])]
    return frame.columns, frame.index, columns


def _frame_made(names: Any, index: Any, columns: list) -> pd.DataFrame:
    made = [column_made(parts) for parts in listed(columns)]
    if any(len(column) != len(_index(index)) for column in made):
        raise ValueError("a column of another length")
    frame = pd.DataFrame(dict(enumerate(made)), index=_index(index), copy=True)
    frame.columns = _index(names)
    return frame


def _refill(target: Any, new: Any) -> None:
    target._update_inplace(new)


def _stamp(value: Any) -> tuple:
    return value.asm8, value.tz


def _stamp_made(number: Any, zone: Any) -> pd.Timestamp:
    if type(number) is not np.datetime64:
        raise TypeError("a time that is none")
    made = pd.Timestamp(number)
    return made if zone is None else made.tz_localize("UTC").tz_convert(zone)


def _delta_made(number: Any) -> pd.Timedelta:
    if type(number) is not np.timedelta64:
        raise TypeError("a difference of times that is none")
    return pd.Timedelta(number)


CODECS = [
    Codec("pandas.Index", pd.Index, _index_parts, _index_made),
    Codec("pandas.CategoricalIndex", pd.CategoricalIndex, _index_parts, _index_made),
    Codec("pandas.DatetimeIndex", pd.DatetimeIndex, _times_parts, _times_made),
    Codec("pandas.TimedeltaIndex", pd.TimedeltaIndex, _times_parts, _times_made),
    Codec("pandas.MultiIndex", pd.MultiIndex, _multi_parts, _multi_made),
    Codec("pandas.RangeIndex", pd.RangeIndex,
          lambda index: (index.start, index.stop, index.step, index.name), _range_made),
    Codec("pandas.Series", pd.Series,
          lambda value: (column_parts(value.array), value.index, value.name), _series_made,
          _refill),
    Codec("pandas.DataFrame", pd.DataFrame, _frame_parts, _frame_made, _refill),
    Codec("pandas.Categorical", pd.Categorical, lambda value: (column_parts(value),), column_made),
    Codec("pandas.Timestamp", pd.Timestamp, _stamp, _stamp_made),
    Codec("pandas.Timedelta", pd.Timedelta, lambda value: (value.asm8,), _delta_made),
    Codec("pandas.NaT", type(pd.NaT), lambda _: (), lambda: pd.NaT),
    Codec("pandas.NA", type(pd.NA), lambda _: (), lambda: pd.NA),
]  # fmt: skip
