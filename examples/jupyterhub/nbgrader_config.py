"""What nbgrader is told for everybody on the hub: which course, which exchange."""

c = get_config()  # noqa: F821 (nbgrader provides it)

c.CourseDirectory.course_id = "neural_networks"
c.Exchange.root = "/srv/nbgrader/exchange"

# Of a submission, nobody but its author and the instructors can read or change anything. nbgrader's
# own leaves each open to whoever knows its name.
c.ExchangeFactory.submit = "autograder.private_submit.PrivateSubmit"
