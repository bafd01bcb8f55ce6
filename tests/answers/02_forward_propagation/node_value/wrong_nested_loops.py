# says: Which input belongs to which weight?
def node_value(x, w):
    total = 0
    for i in x:
        for j in w:
            total = total + i * j
    return total
