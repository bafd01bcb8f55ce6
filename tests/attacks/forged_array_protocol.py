# verdict: graded
# points: 0
#
# Objects that hand NumPy a made-up answer through `__array__`, `__array_ufunc__` and
# `__array_function__`: in stock nbgrader `np.allclose` asks the object itself.

# %% after
class Array:
    __array_priority__ = 1e9

    def __array__(self, *args, **kwargs):
        return np.array([np.nan])

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    def __array_function__(self, *args, **kwargs):
        return True

    def __eq__(self, other):
        return True

    @property
    def shape(self):
        return (3,)


def relu(x):
    return Array()


def double(x):
    return Array()
