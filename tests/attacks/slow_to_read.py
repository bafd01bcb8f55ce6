# verdict: graded
# points: 0
# run: alone
#
# Cells that take an age to be read: hundreds of magic lines in a long text, deep brackets, a long
# sum. Outside the sandbox, no clock is running.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    long = "\n".join(f"x{n} = [{n}, '{n}', ({n} + 1)]" for n in range(8000))
    magics = "\n".join(f"y{n} = %no_such_magic {n}\nz{n}?" for n in range(400))
    notebook["cells"] += [
        code_cell(f"if False:\n    pass\n{magics}\n{long}", "magics"),
        code_cell("x = " + "(" * 150 + ")" * 150, "brackets"),
        code_cell("x = " + "-" * 100_000 + "1", "minus"),
        code_cell("x = 1" + "+1" * 100_000, "sum"),
        code_cell("x = " + "[" * 100_000, "open"),
    ]
