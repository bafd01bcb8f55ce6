def node_value(x, w):
    products = x * w
    result = np.sum(products)
    return result
