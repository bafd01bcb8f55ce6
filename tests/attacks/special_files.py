# verdict: graded, flagged
# points: 0
# flags: link
#
# Pipes, which keep their readers waiting for ever, and a socket among the submitted files.

# %% harness
def place(folder):
    import os
    import socket

    os.mkfifo(folder / "data.csv")
    os.mkfifo(folder / "notes.txt")
    here = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{here}/s")
    os.close(here)
