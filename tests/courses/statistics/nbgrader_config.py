# Unlike our own course: other words around solutions and hidden tests, two notebooks in a unit.
c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "statistics"
c.ClearSolutions.begin_solution_delimeter = "SOLUTION STARTS"
c.ClearSolutions.end_solution_delimeter = "SOLUTION ENDS"
c.ClearHiddenTests.begin_test_delimeter = "SECRET STARTS"
c.ClearHiddenTests.end_test_delimeter = "SECRET ENDS"
