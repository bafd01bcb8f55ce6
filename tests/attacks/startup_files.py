# verdict: graded, flagged
# points: 0
# flags: shadow
#
# sitecustomize, usercustomize, conftest, a .pth file, IPython's own startup folder and
# configuration, nbgrader's configuration: whatever a Python or a tool might run when it starts.

# %% harness
def place(folder):
    text = "import builtins\nbuiltins.AssertionError = SystemExit\nprint('3')\n"
    for name in (
        "sitecustomize.py", "usercustomize.py", "conftest.py", "forged.pth",
        "nbgrader_config.py", "ipython_config.py", "jupyter_config.py",
    ):  # fmt: skip
        (folder / name).write_text(text)
    startup = folder / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text(text)
