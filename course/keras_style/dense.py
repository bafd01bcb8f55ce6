"""Dense: the layer that multiplies, adds and activates, forward and backward."""

from functools import lru_cache

import numpy as np

from course.keras_style import activations, initializers, regularizers
from course.keras_style.base_layer import Layer
from course.keras_style.refusals import whole_number


class Dense(Layer):
    """Every output looks at every input: ``activation(inputs @ kernel + bias)``.

    Parameters
    ----------
    units : int
        How many nodes the layer has, and so how many numbers it gives for each row.
    activation : str or function, optional
        ``"linear"`` (the same as None), ``"relu"``, ``"tanh"``, ``"sigmoid"``, ``"softmax"``.
    use_bias : bool
        Whether each node adds a number of its own.
    kernel_initializer, bias_initializer : str or Initializer
        What draws the first weights.
    kernel_regularizer, bias_regularizer : str or Regularizer, optional
        What large weights add to the loss: ``"l1"``, ``"l2"`` or ``keras.regularizers.L2(0.01)``.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If `units` is not a positive whole number, 1 with softmax, or a name is unknown.
    TypeError
        For arguments that Keras dropped (``init=``) or this library lacks.
    """

    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        *,
        name=None,
        **others,
    ):
        super().__init__(name=name, **others)
        self.units = whole_number(units, f"Dense '{self.name}', units")
        self.activation = activations.get(activation)
        activations.refuse_one_share(self.activation, self.units, self)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.is_penalised = not (self.kernel_regularizer is self.bias_regularizer is None)

    def build(self, input_shape):
        """Draw the first weights, once the number of inputs is known."""
        self.n_inputs, self.n_outputs = input_shape[-1], self.units
        n_weights = self.n_inputs * self.units
        parameters = np.empty(n_weights + self.units * self.use_bias)
        self.live_in(parameters, np.zeros_like(parameters))
        self._kernel[...] = self.kernel_initializer(self._kernel.shape)
        if self.use_bias:
            self._bias[...] = self.bias_initializer(self._bias.shape)
        self.built = True

    def live_in(self, parameters, gradients):
        """Take kernel and bias as views into one flat vector, and their slopes into another.

        A model keeps the weights of all its layers in one long vector, because then an
        optimizer updates them all in one go, however many layers there are.

        Parameters
        ----------
        parameters, gradients : arrays of shape (n_inputs * units + units,)
            First the kernel row by row, then the bias.
        """
        n_weights = self.n_inputs * self.units
        self._kernel = parameters[:n_weights].reshape(self.n_inputs, self.units)
        self._bias = parameters[n_weights:]
        self._kernel_gradient = gradients[:n_weights].reshape(self.n_inputs, self.units)
        self._bias_gradient = gradients[n_weights:]

    def get_config(self):
        """Return the arguments that would make this layer again."""
        return {
            "units": self.units,
            "activation": self.activation.__name__,
            "use_bias": self.use_bias,
            "kernel_initializer": self.kernel_initializer,
            "bias_initializer": self.bias_initializer,
            "kernel_regularizer": self.kernel_regularizer,
            "bias_regularizer": self.bias_regularizer,
            **super().get_config(),
        }

    @property
    def kernel(self):
        """The weights, shape (n_inputs, units): column j belongs to node j."""
        if not self.built:
            raise AttributeError(
                f"Layer '{self.name}' has no kernel yet, because it does not know how many "
                "features come in: begin the model with keras.Input((n_features,))."
            )
        return self._kernel

    @property
    def bias(self):
        """What each node adds to its sum, shape (units,), or None without a bias."""
        return self._bias if self.use_bias and self.built else None

    @property
    def weights(self):
        """Views of the kernel and, if there is one, the bias."""
        if not self.built:
            return []
        return [self._kernel, self._bias] if self.use_bias else [self._kernel]

    def penalty(self):
        """Return what the regularizers add to the loss."""
        return sum(float(regularizer(array)) for regularizer, array, _ in self._penalised())

    def _penalised(self):
        """Return (regularizer, array, its slopes) of what is held small."""
        both = []
        if self.kernel_regularizer:
            both.append((self.kernel_regularizer, self._kernel, self._kernel_gradient))
        if self.bias_regularizer and self.use_bias:
            both.append((self.bias_regularizer, self._bias, self._bias_gradient))
        return both

    def forward(self, inputs, training=False):
        """Return outputs of shape (n_rows, units) for inputs of shape (n_rows, n_inputs)."""
        # a.dot(b) is a @ b; for the small tables of a batch it takes half the time.
        sums = inputs.dot(self._kernel)
        if self.use_bias:
            sums += self._bias
        outputs = self.activation(sums)
        if training:
            self._inputs, self._outputs = inputs, outputs
        return outputs

    def backward(self, blame, blames_sums=False, needs_input_blame=True):
        """Fill in the slopes of the weights and hand the blame on to the inputs.

        Backpropagation (Rumelhart, Hinton & Williams 1986), for the batch that went forward
        last with ``training=True``.

        Parameters
        ----------
        blame : array of shape (n_rows, units)
            The slope of the loss with respect to the outputs.
        blames_sums : bool
            True if `blame` is the slope with respect to the sums before the activation already,
            as some losses give it.
        needs_input_blame : bool
            False for a first layer: nothing can be learned about the data.

        Returns
        -------
        array of shape (n_rows, n_inputs), or None
            The slope of the loss with respect to the inputs.
        """
        if not blames_sums:
            blame = activations.BACKWARD[self.activation](self._outputs, blame)
        self._inputs.T.dot(blame, out=self._kernel_gradient)
        if self.use_bias:
            _ones(len(blame)).dot(blame, out=self._bias_gradient)
        for regularizer, array, gradient in self._penalised() if self.is_penalised else ():
            gradient += regularizer.gradient(array)
        return blame.dot(self._kernel.T) if needs_input_blame else None


@lru_cache(maxsize=8)
def _ones(n_rows):
    """Ones whose product with a table is ``table.sum(axis=0)``, in a quarter of the time."""
    return np.ones(n_rows)
