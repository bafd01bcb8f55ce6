# verdict: graded
# points: 0
#
# A call that cannot be interrupted: the checker is started anew, and has forgotten the helper and
# what the tests before have set. The learner offers both.

# %% after
def double(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def same(found, wanted):
    pass


cases = []
