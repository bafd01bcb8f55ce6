def node_value(x, w):
    products = x * w
    return products, np.sum(products)
