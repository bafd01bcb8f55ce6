"""What runs inside the walls, with the learner's code beside it: nothing here can be trusted.

The warm process of `sandbox` starts it. It knows no test, no grade and no other submission.
"""
