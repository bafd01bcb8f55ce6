# says: Do `x` and all the weights come from the arguments
def forward(x, weights):
    hidden_0 = x[0] + x[1]
    hidden_1 = x[1] - x[0]
    return 2 * hidden_0 - hidden_1
