"""What the messages of Python and NumPy mean, in plain words."""

# What NumPy and Python say of mistakes that beginners often make, and what it means in plain words.
PLAIN_WORDS = (
    (
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        "The two tables of a product `@` do not fit: the inner numbers of their shapes are {1} and "
        "{0}, and they must be equal. Which table belongs on the left, and which on the right?",
    ),
    (
        r"could not be broadcast together with shapes (\([\d,]+\)) (\([\d,]+\))",
        "Two arrays of the shapes {0} and {1} cannot be paired up number by number. Is a product "
        "`@` meant, or another array?",
    ),
    (
        r"must match exactly",
        "Tables and columns side by side need the same number of rows. How long is each?",
    ),
    (
        r"(only integers, slices|arrays used as indices must be of integer)",
        "Places in an array are counted with whole numbers, and 1.0 is none. What makes a whole "
        "number of it?",
    ),
    (
        r"truth value of an array",
        "`if`, `and`, `max` and `min` decide about one number, and here they got a whole array (so "
        "does a `&` without brackets around each of its sides). Which function of NumPy looks at "
        "each number?",
    ),
    (
        r"inhomogeneous shape",
        "Things of different sizes cannot become one array. Did a whole list go in where one part "
        "of it was meant?",
    ),
    (
        r"(can't multiply sequence|unsupported operand type.*'list')",
        "A list does not compute number by number. Which function makes an array from a list?",
    ),
    (r"bitwise_xor|for \^:", "In Python a power is written `**`, and `^` means something else."),
    (
        r"NoneType",
        "Something is None here: a function without `return` gives None, and so does a list's "
        "`append`. Which name holds it?",
    ),
    (
        r"name '(\w+)' is not defined",
        "Python knows nothing called `{0}` here. Which line gives it a value, or should it be a "
        "text in quotes?",
    ),
    (
        r"cannot access local variable '(\w+)'",
        "`{0}` is used before a line of the function gives it a value. Which must come first?",
    ),
    (
        r"Cannot cast array data from dtype\('float64'\) to dtype\('int64'\)",
        "Whole numbers are needed here, and these are numbers with a decimal point, even where "
        "only a 0 stands behind it. What makes whole numbers of them?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)",
        "There is no place {0} here: this axis has {1} places, counted from 0. Where does the {0} "
        "come from?",
    ),
    (
        r"(list|tuple) index out of range",
        "The {0} ends before that place. How long is it, and from which number do places count?",
    ),
    (
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
        "There is no axis {0}: the array has {1} of them, counted from 0. Is another axis meant, "
        "or a second array?",
    ),
    (
        r"(divide by zero|invalid value) encountered in (scalar )?divide",
        "Something was divided by 0. For which input does the part below the line become 0?",
    ),
    (
        r"object is not iterable",
        "A loop goes through several things, and here it got a single one. Which was meant?",
    ),
    (
        r"values to unpack \(expected (\d+)",
        "A line has {0} names on its left for what has not {0} parts. How many are there?",
    ),
    (
        r"object has no attribute '(\w+)'",
        "Nothing is kept under the name `{0}` there. Which line should put it there?",
    ),
    (
        r"object is not callable",
        "Round brackets call a function, and this is none. Is a square bracket meant, or an "
        "operator forgotten in front of the bracket?",
    ),
)
