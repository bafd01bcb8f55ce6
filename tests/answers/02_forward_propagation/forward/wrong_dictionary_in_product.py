# says: `weights` is a dictionary
def forward(x, weights):
    return x @ weights
