# verdict: graded or graded, flagged
# points: 0
# run: alone
#
# Cell ids chosen so that a search for an id that is free never ends.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    cells = notebook["cells"]
    while True:
        start, chain = len(cells), []
        for place in range(start, start + 60):
            chain, wanted = ["a"], "a"
            while (wanted := f"{wanted[:56]}-{place}") != chain[-1]:
                chain.append(wanted)
            if start + len(chain) == place:
                cells += [code_cell("", name) for name in [*chain, "a"]]
                return
        cells.append(code_cell("", f"filler-{len(cells)}"))
