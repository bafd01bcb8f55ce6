"""What the widgets are given in the tests, and what a page shows of them."""

import html
import re

import numpy as np

WEIGHTS = {"node_0": [1, 1], "node_1": [-1, 1], "output": [2, -1]}
ACCOUNTS, SEEN = np.array([1.0, 2.0, 3.0, 4.0]), np.array([7.0, 19.0, 31.0, 45.0])
# Five are healthy, four are ill.
Y = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1])
SCORES = np.array([0.05, 0.1, 0.3, 0.45, 0.7, 0.2, 0.5, 0.8, 0.95])


def alternative(shown):
    (alt,) = re.findall(r'<img [^>]*alt="([^"]*)"', shown)
    return html.unescape(alt)


def pixels(shown):
    return re.search(r"base64,([^\"]+)", shown)[1]
