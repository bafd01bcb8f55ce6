def numerical_slope(cost, w, h=1e-5):
    return toolbox.slope(cost, w, h)
