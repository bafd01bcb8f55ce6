def node_value(x, w):
    products = x * w
    print(np.sum(products))
