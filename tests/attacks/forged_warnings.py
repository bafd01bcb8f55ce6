# verdict: graded
# points: 0
#
# Forged warnings name files of the grader's machine: Python shows the line that a warning comes
# from, and would print the secrets that stand there, the grader's environment first.

# %% after
files = [
    "/proc/self/environ", "COURSE_FOLDER/secret.txt", "COURSE_FOLDER/nbgrader_config.py",
    "../../../secret.txt", "/etc/passwd",
]  # fmt: skip


def answer(question):
    told = [["builtins", "UserWarning", "look", file, line] for file in files for line in (1, 2, 3)]
    if question["do"] == "name":
        return found(function(1), warnings=told)
    return reply(-1, warnings=told)


IMPOSTOR
