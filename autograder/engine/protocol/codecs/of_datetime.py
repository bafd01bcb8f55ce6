"""Dates, times, their differences and time zones."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from autograder.engine.protocol.codecs.codec import Codec, NoPlainParts, text, whole


def _date(value: datetime.date) -> tuple:
    return value.year, value.month, value.day


def _time(value: datetime.time | datetime.datetime) -> tuple:
    return value.hour, value.minute, value.second, value.microsecond, value.fold, value.tzinfo


def _zone(value: Any) -> datetime.tzinfo | None:
    """Return a time zone if it is one of Python's own."""
    if value is not None and type(value) not in (datetime.timezone, ZoneInfo):
        raise TypeError("a time zone that is none")
    return value


def _datetime_made(date: tuple, time: tuple) -> datetime.datetime:
    *clock, fold, zone = time
    return datetime.datetime(*map(whole, (*date, *clock)), _zone(zone), fold=whole(fold))


def _time_made(*parts: Any) -> datetime.time:
    *clock, fold, zone = parts
    return datetime.time(*map(whole, clock), _zone(zone), fold=whole(fold))


def _zone_key(zone: ZoneInfo) -> tuple:
    if zone.key is None:
        raise NoPlainParts("a time zone without a name")
    return (zone.key,)


CODECS = [
    Codec("datetime.date", datetime.date, _date, lambda *n: datetime.date(*map(whole, n))),
    Codec("datetime.time", datetime.time, _time, _time_made),
    Codec("datetime.datetime", datetime.datetime, lambda v: (_date(v), _time(v)), _datetime_made),
    Codec("datetime.timedelta", datetime.timedelta, lambda v: (v.days, v.seconds, v.microseconds),
          lambda *n: datetime.timedelta(*map(whole, n))),
    Codec("datetime.timezone", datetime.timezone, lambda zone: zone.__getinitargs__(),
          datetime.timezone),
    Codec("zoneinfo.ZoneInfo", ZoneInfo, _zone_key, lambda key: ZoneInfo(text(key))),
]  # fmt: skip
