"""Keeps the linear algebra of this process to one thread while the networks work."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """While it is entered, numpy's matrix products use one thread; afterwards as many as before.

    The networks' matrices are so small that threads wait for one another longer than they work: in a
    notebook on two cores annotation took 1.7 times as long with two threads as with one.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    # Looking the loaded libraries over takes longer than limiting them.
    return ThreadpoolController()
