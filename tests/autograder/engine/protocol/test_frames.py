"""Do messages cross a socket whole, and is what is no message refused?"""

import itertools
import json
import random
import socket
import struct
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.protocol import frames
from autograder.engine.protocol.frames import Broken, Inbox, receive, send

contents = st.dictionaries(
    st.text(max_size=5).filter(lambda key: key != "blobs"),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)
blob_lists = st.lists(st.binary(max_size=50), max_size=4)


@pytest.fixture
def line():
    """Both ends of a connection."""
    ours, theirs = socket.socketpair()
    theirs.settimeout(10)
    with ours, theirs:
        yield ours, theirs


def head(text_size, blob_size):
    """Return the lengths that stand in front of a message."""
    return struct.pack(">II", text_size, blob_size)


def raw(text, blobs=b"", text_size=None, blob_size=None):
    """Return the bytes of a message, with lengths that may be forged."""
    told = len(text) if text_size is None else text_size
    return head(told, len(blobs) if blob_size is None else blob_size) + text + blobs


def arrived(data):
    """Return what `receive` makes of some bytes and the end of the connection."""
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            ours.sendall(data)
        return receive(theirs)


def taken(data):
    """Return what an `Inbox` makes of them."""
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            ours.sendall(data)
        return Inbox(theirs).next(10)


@given(contents, blob_lists)
def test_a_message_crosses_with_its_blobs(message, blobs):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(ours, message, blobs)
        assert receive(theirs) == (message, blobs)


@given(contents, blob_lists)
def test_an_inbox_reads_the_same_message(message, blobs):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(ours, message, blobs)
        assert Inbox(theirs).next(10) == message


def test_messages_come_one_by_one(line):
    ours, theirs = line
    send(ours, {"a": 1}, [b"xy"])
    send(ours, {"b": 2})
    assert [receive(theirs), receive(theirs)] == [({"a": 1}, [b"xy"]), ({"b": 2}, [])]


def test_a_message_larger_than_the_sockets_buffer_crosses(line):
    ours, theirs = line
    blobs = [random.Random(1).randbytes(3 * 2**20), b"", b"end"]
    sender = threading.Thread(target=send, args=(ours, {"a": "b" * 2**20}, blobs))
    sender.start()
    found = receive(theirs)
    sender.join()
    assert found == ({"a": "b" * 2**20}, blobs)


# Caps


def test_a_text_above_the_cap_is_not_sent(line, monkeypatch):
    monkeypatch.setattr(frames, "MAX_TEXT", 100)
    with pytest.raises(ValueError, match="too much data"):
        send(line[0], {"a": "b" * 100})


def test_blobs_above_the_cap_are_not_sent(line, monkeypatch):
    monkeypatch.setattr(frames, "MAX_BLOBS", 100)
    with pytest.raises(ValueError, match="too much data"):
        send(line[0], {}, [b"a" * 60, b"b" * 60])


def test_what_is_too_large_leaves_the_connection_as_it_was(line, monkeypatch):
    monkeypatch.setattr(frames, "MAX_BLOBS", 100)
    ours, theirs = line
    with pytest.raises(ValueError):
        send(ours, {}, [b"a" * 101])
    send(ours, {"next": 1})
    assert receive(theirs)[0] == {"next": 1}


@pytest.mark.parametrize(
    "sizes", [(frames.MAX_TEXT + 1, 0), (2, frames.MAX_BLOBS + 1), (2**32 - 1, 2**32 - 1)]
)
@pytest.mark.parametrize("read", [receive, lambda channel: Inbox(channel).next(10)])
def test_forged_lengths_are_refused_before_anything_is_awaited(line, sizes, read):
    ours, theirs = line
    ours.sendall(head(*sizes))
    with pytest.raises(Broken, match="too large"):
        read(theirs)


# What is no message


@pytest.mark.parametrize("read", [arrived, taken])
@pytest.mark.parametrize(
    "data",
    [
        raw(b"no json"),
        raw(b""),
        raw(b"[]"),
        raw(b"3"),
        raw(b"null"),
        raw(b"{}"),
        raw(b'{"blobs": null}'),
        raw(b'{"blobs": 3}'),
        raw(b'{"blobs": {"a": 1}}', b"a"),
        raw(b'{"blobs": [1]}'),
        raw(b'{"blobs": []}', b"a"),
        raw(b'{"blobs": [2, -1]}', b"a"),
        raw(b'{"blobs": [true]}', b"a"),
        raw(b'{"blobs": [1.0]}', b"a"),
        raw(b'{"blobs": ["a"]}', b"a"),
        raw(b'{"blobs": [[]]}'),
        raw(b'\xff{"blobs": []}'),
        raw(b'{"blobs": []} {"blobs": []}'),
        raw(b"[" * 100_000),
        raw(b'{"blobs": [], "a": ' + b"9" * 5000 + b"}"),
        raw(b'{"blobs": []}', text_size=3),
    ],
    ids=range(21),
)
def test_what_is_no_message_is_refused(read, data):
    with pytest.raises(Broken):
        read(data)


@given(st.binary(max_size=40) | st.builds(raw, st.binary(max_size=20), st.binary(max_size=5)))
def test_garbage_is_refused_by_both_readers(data):
    for read in (arrived, taken):
        with pytest.raises(Broken):
            read(data)


@given(contents, st.lists(st.binary(max_size=9), max_size=2), st.data())
def test_a_truncated_message_is_refused(message, blobs, data):
    text = json.dumps({**message, "blobs": [*map(len, blobs)]}).encode()
    whole = raw(text, b"".join(blobs))
    piece = whole[: data.draw(st.integers(0, len(whole) - 1))]
    for read in (arrived, taken):
        with pytest.raises(Broken, match="closed"):
            read(piece)


def test_a_connection_that_this_side_has_closed_is_broken(line):
    line[1].close()
    with pytest.raises(Broken):
        receive(line[1])


def test_an_inbox_on_a_reset_connection_is_broken(line):
    ours, theirs = line
    theirs.sendall(b"never read")
    ours.close()
    with pytest.raises(Broken):
        Inbox(theirs).next(10)


def test_nobody_listens_any_more(line):
    ours, theirs = line
    theirs.close()
    with pytest.raises(Broken):
        send(ours, {"a": 1})


# An inbox does not wait for more than is there


def test_an_empty_inbox_gives_nothing(line):
    assert Inbox(line[1]).next(0) is None


def test_an_inbox_fed_byte_by_byte_gives_the_message_with_the_last_byte(line):
    ours, theirs = line
    inbox = Inbox(theirs)
    data = raw(b'{"a": 1, "blobs": [2]}', b"xy")
    for byte in data[:-1]:
        ours.sendall(bytes([byte]))
        assert inbox.next(0.001) is None
    ours.sendall(data[-1:])
    assert inbox.next(10) == {"a": 1}


@given(st.lists(st.tuples(contents, blob_lists), max_size=4), st.lists(st.integers(0, 300)))
def test_an_inbox_fed_by_pieces_gives_every_message_once(messages, cuts):
    data = b"".join(
        raw(json.dumps({**message, "blobs": [*map(len, blobs)]}).encode(), b"".join(blobs))
        for message, blobs in messages
    )
    ours, theirs = socket.socketpair()
    with ours, theirs:
        inbox, found = Inbox(theirs), []
        places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
        for first, last in itertools.pairwise(places):
            ours.sendall(data[first:last])
            found.append(inbox.next(0.0001))
        found = [message for message in found if message is not None]
        while len(found) < len(messages):
            found.append(inbox.next(10))
        assert found == [message for message, _ in messages]
        assert inbox.next(0.0001) is None


def test_messages_that_came_before_the_end_are_still_read():
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            send(ours, {"a": 1})
            send(ours, {"b": 2})
        inbox = Inbox(theirs)
        assert [inbox.next(10), inbox.next(10)] == [{"a": 1}, {"b": 2}]
        with pytest.raises(Broken):
            inbox.next(10)
