def sum_of_squared_errors(y, y_hat):
    total = 0
    for a in y:
        for b in y_hat:
            total += (a - b) ** 2
    return total
