# verdict: graded
# points: 0
#
# Magics and shell commands: another interpreter, a debugger that waits for input, background jobs.

# %% before
shell = get_ipython()
for name, line, cell in (
    ("script", "bash --bg", "sleep 1000 & touch LEFT-BEHIND"),
    ("python", "", "import os; os.fork(); os.setsid(); print(3)"),
):
    try:
        shell.run_cell_magic(name, line, cell)
    except BaseException as error:
        print(error)
shell.system("(sleep 1000; touch LEFT-BEHIND) &")
shell.run_line_magic("autocall", "2")
shell.run_line_magic("pdb", "on")


# %% after
def double(x):
    return input("how many points? ") or breakpoint()
