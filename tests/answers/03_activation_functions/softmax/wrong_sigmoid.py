# says: That is sigmoid of each number
def softmax(z):
    return toolbox.sigmoid(z)
