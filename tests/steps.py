"""How much work something takes, counted in lines of Python that run: time would depend on the machine."""

import sys


def steps(work, made):
    """Count the lines that run in `work(made)`."""
    count = 0

    def trace(frame, event, arg):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(made)
    finally:
        sys.settrace(before)
    return count


def grows_with(size, work, make):
    """Say whether `work(make(size))` takes twice the steps at most, and a little more, when the size is doubled."""
    small, large = make(size), make(2 * size)
    work(large)  # what is worked out once for good is not counted
    return steps(work, large) < 2.5 * steps(work, small) + 100
