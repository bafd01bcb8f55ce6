# verdict: graded
# points: 0
#
# Opens the gradebook and gives itself full marks; deletes it where that is possible.

# %% before
import glob
import os
import sqlite3

for path in ["COURSE_FOLDER/gradebook.db", *glob.glob("/**/gradebook.db", recursive=False)]:
    try:
        with sqlite3.connect(path) as db:
            print(db.execute("select * from student").fetchall())
            db.execute("update grade set auto_score = 100, manual_score = 100, extra_credit = 100")
        os.remove(path)
    except (sqlite3.Error, OSError) as error:
        print(error)
from nbgrader.api import Gradebook

try:
    with Gradebook("sqlite:///COURSE_FOLDER/gradebook.db") as book:
        book.update_or_create_student("LEFT-BEHIND")
except Exception as error:
    print(error)
