"""Messages over a socket: a JSON text and blobs of bytes, with lengths in front and a cap."""

import itertools
import json
import select
import socket
import struct
import time
from typing import Any

MAX_TEXT = 16 * 2**20
"""Bytes of JSON in one message."""

MAX_BLOBS = 64 * 2**20
"""Bytes of arrays in one message."""

_HEAD = struct.Struct(">II")


class Broken(Exception):
    """The other side has gone, or sent what is no message."""


def send(channel: socket.socket, message: dict, blobs: list[bytes] | tuple = ()) -> None:
    """Send one message.

    Parameters
    ----------
    channel : socket.socket
        A connected stream socket.
    message : dict
        What JSON can hold.
    blobs : list of bytes
        Travels beside the JSON text.

    Raises
    ------
    Broken
        If nobody listens any more.
    ValueError
        If the message is larger than the caps.
    """
    text = json.dumps({**message, "blobs": [len(blob) for blob in blobs]}).encode()
    size = sum(map(len, blobs))
    if len(text) > MAX_TEXT or size > MAX_BLOBS:
        raise ValueError(f"too much data at once: {(len(text) + size) / 2**20:.0f} MB")
    try:
        channel.sendall(_HEAD.pack(len(text), size) + text + b"".join(blobs))
    except OSError as error:
        raise Broken("the connection is closed") from error


def receive(channel: socket.socket) -> tuple[dict[str, Any], list[bytes]]:
    """Read one message; what comes may be forged, and is checked.

    Raises
    ------
    Broken
        If the connection ends, or what comes is no message within the caps.
    """
    size, blob_size = _HEAD.unpack(_exactly(channel, _HEAD.size))
    if size > MAX_TEXT or blob_size > MAX_BLOBS:
        raise Broken("a message is too large")
    body = _exactly(channel, size + blob_size)
    message, lengths = _parsed(body[:size], blob_size)
    borders = itertools.accumulate(lengths, initial=size)
    return message, [body[first:last] for first, last in itertools.pairwise(borders)]


class Inbox:
    """Reads messages as their bytes arrive, so that nobody can keep the reader waiting.

    Parameters
    ----------
    channel : socket.socket
        Read only when it has something.
    """

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self._data = bytearray()

    def next(self, seconds: float) -> dict[str, Any] | None:
        """Return the next message, or None if it does not come in time.

        Raises
        ------
        Broken
            If the connection ends, or what comes is no message within the caps.
        """
        until = time.monotonic() + seconds
        while (message := self._taken()) is None:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.channel], [], [], left)[0]:
                return None
            try:
                piece = self.channel.recv(2**18)
            except OSError as error:
                raise Broken("the connection is closed") from error
            if not piece:
                raise Broken("the connection is closed")
            self._data += piece
        return message

    def _taken(self) -> dict[str, Any] | None:
        if len(self._data) < _HEAD.size:
            return None
        size, blob_size = _HEAD.unpack(self._data[: _HEAD.size])
        if size > MAX_TEXT or blob_size > MAX_BLOBS:
            raise Broken("a message is too large")
        end = _HEAD.size + size
        if len(self._data) < end + blob_size:
            return None
        message, _ = _parsed(bytes(self._data[_HEAD.size : end]), blob_size)
        del self._data[: end + blob_size]
        return message


def _parsed(text: bytes, blob_size: int) -> tuple[dict[str, Any], list[int]]:
    try:
        message = json.loads(text)
        lengths = message.pop("blobs")
        if any(type(length) is not int or length < 0 for length in lengths):
            raise ValueError(lengths)
        if sum(lengths) != blob_size:
            raise ValueError(lengths)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise Broken("what came is no message") from None
    return message, lengths


def _exactly(channel: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        try:
            piece = channel.recv(min(size - len(data), 2**20))
        except OSError as error:
            raise Broken("the connection is closed") from error
        if not piece:
            raise Broken("the connection is closed")
        data += piece
    return bytes(data)
