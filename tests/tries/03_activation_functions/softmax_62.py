def softmax(z):
    return toolbox.sigmoid(z)
