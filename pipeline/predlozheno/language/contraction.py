"""The maximum arborescence of a dense table by Chu-Liu and Edmonds: cycles shrink in place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]

_FRESH, _ON_PATH, _DONE = 0, 1, 2


def arborescence(table: Scores) -> Heads:
    """Heads of the arborescence from node 0 with the highest sum.

    Args:
        table: `table[d, h]` of node `d` hanging under node `h`; -inf on the diagonal, in row 0 and where
            there is no arc. Every node can be reached from node 0.

    Returns:
        for each node its head; 0 for node 0.
    """
    return _Contraction(table).solve()


class _Contraction:
    """A table whose cycles are contracted one by one; the slot of a cycle's first node stands for it.

    For each arc between slots it knows the real arc behind it, so that cycles can be opened again.
    """

    def __init__(self, table: Scores) -> None:
        count = len(table)
        self._table = table.copy()
        self._dependent = np.repeat(np.arange(count)[:, None], count, axis=1)
        self._head = np.repeat(np.arange(count)[None, :], count, axis=0)
        self._best: list[int] = [0, *self._table[1:].argmax(1).tolist()]
        self._slot = list(range(count))
        # Node numbers from `count` on are cycles: their members with the real arcs of the cycle.
        self._node = list(range(count))
        self._cycles: list[list[tuple[int, int, int]]] = []
        self._parent = [-1] * count

    def solve(self) -> Heads:
        """The heads of all nodes."""
        count = len(self._table)
        state = [_FRESH] * count
        state[0] = _DONE
        for start in range(count):
            path: list[int] = []
            slot = self._slot[start]
            while state[slot] != _DONE:
                if state[slot] == _ON_PATH:
                    place = path.index(slot)
                    self._contract(path[place:])
                    del path[place:]
                path.append(slot)
                state[slot] = _ON_PATH
                slot = self._slot[self._best[slot]]
            for slot in path:
                state[slot] = _DONE
        return self._opened()

    def _contract(self, cycle: list[int]) -> None:
        table, first = self._table, cycle[0]
        self._remember(cycle)
        everyone = np.arange(len(table))
        # Entering the cycle at a node gains the arc into it and loses the node's arc within the cycle.
        inner = [self._slot[self._best[slot]] for slot in cycle]
        gains = table[cycle]
        gains = gains - gains[np.arange(len(cycle)), inner][:, None]
        entry = np.array(cycle)[gains.argmax(0)]
        exits = np.array(cycle)[table[:, cycle].argmax(1)]
        rows = [array[entry, everyone] for array in (self._dependent, self._head)]
        columns = [array[everyone, exits] for array in (self._dependent, self._head)]
        out = table[everyone, exits]
        table[first] = gains.max(0)
        table[:, first] = out
        table[first, first] = -np.inf
        table[:, cycle[1:]] = -np.inf
        table[first, cycle] = -np.inf
        for array, row, column in zip((self._dependent, self._head), rows, columns, strict=True):
            array[:, first] = column
            array[first] = row
        merged = set(cycle)
        self._slot = [first if slot in merged else slot for slot in self._slot]
        self._best[first] = int(table[first].argmax())

    def _remember(self, cycle: list[int]) -> None:
        node = len(self._parent)
        self._parent.append(-1)
        members = []
        for slot in cycle:
            arc = (slot, self._slot[self._best[slot]])
            members.append((self._node[slot], *self._real(arc)))
            self._parent[self._node[slot]] = node
        self._cycles.append(members)
        self._node[cycle[0]] = node

    def _real(self, arc: tuple[int, int]) -> tuple[int, int]:
        return int(self._dependent[arc]), int(self._head[arc])

    def _opened(self) -> Heads:
        """Each cycle gives up the arc of that member through which it is entered."""
        count = len(self._table)
        heads: Heads = np.zeros(count, dtype=np.int64)
        slots = [slot for slot in sorted(set(self._slot)) if slot]
        waiting = [
            (self._node[slot], *self._real((slot, self._slot[self._best[slot]]))) for slot in slots
        ]
        while waiting:
            node, dependent, head = waiting.pop()
            heads[dependent] = head
            child = dependent
            while child != node:
                parent = self._parent[child]
                waiting += [member for member in self._cycles[parent - count] if member[0] != child]
                child = parent
        return heads
