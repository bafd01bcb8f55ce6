# verdict: graded, flagged
# points: 0
# flags: link
#
# Links to the course's solution, secrets, gradebook and to the folder of all submissions: stock
# nbgrader copies what they point to.

# %% before
import glob

for path in glob.glob("**", recursive=True):
    try:
        print(path, open(path, errors="replace").read()[:5000])
    except OSError:
        pass


# %% harness
def place(folder):
    course = folder.parents[2]
    (folder / "secret.txt").symlink_to(course / "secret.txt")
    (folder / "grades.db").symlink_to(course / "gradebook.db")
    (folder / "others").symlink_to(course / "submitted")
    (folder / "environment").symlink_to("/proc/self/environ")
    (folder / "loop").symlink_to("loop")
    (folder / "itself").symlink_to(".")
