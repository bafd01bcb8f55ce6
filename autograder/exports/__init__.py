"""Grades in the files that schools' systems take: Canvas, Moodle, or one wide table.

The classes are plugins of nbgrader's own `nbgrader export`; the command `autograder export` uses
them, too. This room reads the gradebook and changes nothing in it. Two collectors are plugins of
`nbgrader zip_collect`.
"""

from autograder.exports.collectors import CanvasCollector, MoodleCollector
from autograder.exports.plugins import (
    CanvasExporter,
    ClassExporter,
    MoodleExporter,
    WideExporter,
    WorksheetExporter,
)

__all__ = [
    "CanvasCollector",
    "CanvasExporter",
    "ClassExporter",
    "MoodleCollector",
    "MoodleExporter",
    "WideExporter",
    "WorksheetExporter",
]
