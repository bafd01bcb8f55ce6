"""Rows of data that go together: inputs, answers and how much each row counts."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Rows:
    """Some rows: x (n_rows, n_features), y (n_rows, n_outputs), weights (n_rows,) or None."""

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray | None = None

    def __len__(self):
        return len(self.x)

    def __getitem__(self, which):
        """Return the rows of a slice."""
        weights = None if self.weights is None else self.weights[which]
        return Rows(self.x[which], self.y[which], weights)
