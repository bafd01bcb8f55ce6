def question_1():
    answer = 'b'
    return answer
