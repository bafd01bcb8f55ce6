"""Memory in few large pages: the process that holds it is forked, and its children end, sooner.

A fork copies an entry for each page, and the end of the child goes through all of them again. That
takes longer than most cells of a notebook.
"""

import ctypes

COLLAPSE = 25
"""``MADV_COLLAPSE``, which Linux has since 6.1 (Linux's manual page madvise(2))."""

_libc = ctypes.CDLL(None)


def use_huge_pages() -> None:
    """Move this process's own memory into huge pages, as far as the system will have it.

    Where it will not, nothing changes: it is about time alone.
    """
    with open("/proc/self/maps") as file:
        areas = [line.split() for line in file]
    for place, rights, _, _, _, *name in areas:
        if rights == "rw-p" and name in ([], ["[heap]"]):
            begin, end = (int(number, 16) for number in place.split("-"))
            _libc.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), COLLAPSE)
