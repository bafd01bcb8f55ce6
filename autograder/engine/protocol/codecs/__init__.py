"""Types of the standard library and of other libraries that cross as what they are.

One file a library, loaded when a value of the library is met. Each codec takes a value of exactly
one type apart into values that cross themselves, and builds it again, checking what it gets:
nothing is unpickled, evaluated or found by a name that came from the other side.
"""
