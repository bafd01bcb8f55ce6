# verdict: graded
# points: 0
#
# The process ends when it is given the locked helper, so that the checker is not given it either;
# the learner's own helper takes its place.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    lines = [
        "import os",
        "def end(lines):",
        "    if any('def same' in line for line in lines) and not os.path.exists('ended'):",
        "        open('ended', 'w').close()",
        "        os._exit(0)",
        "    return lines",
        "get_ipython().input_transformers_cleanup.append(end)",
    ]
    notebook["cells"].insert(0, code_cell("\n".join(lines), "first"))


# %% after
same = lambda found, wanted: None
cases = []
