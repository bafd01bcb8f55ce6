# verdict: graded
# points: 0
#
# No attack at all: the wrong answers that stand behind the others earn nothing by themselves.
