"""What the messages of NumPy mean, in plain words."""

NUMPY_WORDS = (
    (
        r"either both or neither of x and y should be given",
        "`np.where` takes three things: a condition, what stands where it holds, and what stands "
        "elsewhere. Which one is missing here?",
    ),
    (
        r"Calling nonzero on 0d arrays",
        "With a condition alone, `np.where` looks for places in an array. To choose, it takes "
        "three things: a condition, what stands where it holds, and what stands elsewhere. Which "
        "of them are missing?",
    ),
    (
        r"bitwise_xor|for \^:",
        "In Python a power is written `**`, and `^` means something else. Where do you need a "
        "power?",
    ),
    (
        r"matmul: .*\(size (?:1 is different from \d+|\d+ is different from 1)\)",
        "The two arrays of a product `@` do not fit: one has a single row, or a single column, "
        "where the other one needs more. Is one of them another array than you mean, does it stand "
        "on the wrong side, or has it too many brackets?",
    ),
    (
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        "The two arrays of a product `@` do not fit: a row on the left has {1} numbers, and on the "
        "right it meets {0} (so many are the rows of a table, or the numbers of a vector). Which "
        "two should meet here, and which of them is on the left?",
    ),
    (
        r"matmul: Input operand \d does not have enough dimensions",
        "A product `@` needs vectors or tables on both sides, and one of them is none, a single "
        "number for instance. Which side is it?",
    ),
    (
        r"shapes (\([\d,]+\)) and (\([\d,]+\)) not aligned",
        "Arrays of the shapes {0} and {1} do not fit into one product: the last number of the "
        "first shape must be the first number of the second. Which two should meet here, and which "
        "of them is on the left?",
    ),
    (
        r"could not be broadcast together with shapes (\([\d,]+\)) (\([\d,]+\))",
        "Two arrays of the shapes {0} and {1} cannot be paired up number by number. Which of the "
        "two has another shape than you thought?",
    ),
    (
        r"could not broadcast input array from shape (\([\d,]+\)) into shape (\([\d,]+\))",
        "An array of shape {0} does not fit into a place of shape {1}. Which of the two has "
        "another shape than you thought?",
    ),
    (
        r"must have same number of dimensions",
        "A table and a vector cannot be joined like this. Which function puts a vector beside a "
        "table, as a column?",
    ),
    (
        r"must be square",
        "This needs a table with as many rows as columns. Which function finds the best parameters "
        "where there are more rows?",
    ),
    (
        r"string multiply|'out' kwarg is necessary",
        "A text went into a computation with numbers. Is the value meant that is kept under this "
        "text as its key?",
    ),
    (
        r"output array is not acceptable",
        "`np.dot` multiplies two things, and here it got three. How do you write two products, one "
        "after the other?",
    ),
    (
        r"must match exactly, but along dimension 0",
        "Arrays that are put side by side need equally many rows. How long is each?",
    ),
    (
        r"must match exactly",
        "Tables that are put below each other need equally many columns. How many has each?",
    ),
    (
        r"zero-dimensional arrays cannot be concatenated",
        "Only arrays can be joined, and one of these is a single number. Which one?",
    ),
    (
        r"boolean index did not match",
        "The array of True and False has another size than the array from which it picks. From "
        "which array was it made?",
    ),
    (
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
        "The square brackets hold {1} places, and the number of axes of this array is {0}. Which "
        "array has rows and columns, or is a colon meant between two places?",
    ),
    (
        r"only integers, slices",
        "Between the square brackets of an array stand whole numbers, parts such as `:` or `1:3`, "
        "or True and False, and here something else. What is it?",
    ),
    (
        r"arrays used as indices must be of integer",
        "Places in an array are counted with whole numbers, or picked by True and False, and this "
        "array holds other numbers. Which array should pick?",
    ),
    (
        r"only integer (scalar )?arrays can be converted to a scalar index",
        "A single whole number is expected here, an axis or a size, and an array came. In which "
        "place of the call does it stand?",
    ),
    (
        r"(only length-1 arrays|only 0-dimensional arrays|only size-1 arrays) can be converted",
        "A single number is needed here, and a whole array came. Which function works on each "
        "number of an array?",
    ),
    (
        r"truth value of an array",
        "`if`, `and`, `max` and `min` decide about one number, and here they got a whole array (so "
        "does a `&` without brackets around each of its sides). Which function of NumPy looks at "
        "each number?",
    ),
    (
        r"(inhomogeneous shape|setting an array element with a sequence)",
        "Things of different sizes cannot become one array. How many numbers is each part?",
    ),
    (
        r"Cannot cast array data from dtype\('float64'\) to dtype\('int64'\)",
        "Whole numbers are needed here, and these are numbers with a decimal point, even where "
        "only a 0 stands behind it. What makes whole numbers of them?",
    ),
    (
        r"Cannot cast ufunc '(\w+)' output",
        "A sign such as `-=` or `*=` writes into the old array, and that one holds whole numbers "
        "only. How do you make a new array instead?",
    ),
    (
        r"ufunc '(\w+)' (did not contain a loop|not supported for the input types)",
        "NumPy computes with numbers, and here something else came: a text, a list with gaps, or a "
        "function. Which name holds it?",
    ),
    (
        r"(Field elements must be|[Dd]ata type .* not understood|Cannot interpret '.*' as a data "
        r"type|Cannot construct a dtype)",
        "NumPy takes the second thing in these round brackets for a kind of number, not for a part "
        "of the array. Which brackets make one list of the numbers?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis 1 with size (\d+)",
        "There is no column {0} here: columns are counted from 0, and their number is {1}. Which "
        "place in the square brackets picks rows, and which columns?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)",
        "There is no place {0} here: the places of this axis are counted from 0, and their number "
        "is {1}. Where does the {0} come from?",
    ),
    (
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
        "There is no axis {0}: axes are counted from 0, and the number of axes of this array is "
        "{1}. Is another axis meant, or a second array?",
    ),
    (
        r"(divide by zero|invalid value) encountered in (scalar )?divide",
        "Something was divided by 0. For which input does the part below the line become 0?",
    ),
    (
        r"overflow encountered in (scalar )?(\w+)",
        "A number became too large for the computer in `{1}`. For which input does that happen?",
    ),
    (
        r"(divide by zero|invalid value) encountered in log",
        "A logarithm was asked of 0, or of a negative number. Which input is it?",
    ),
    (
        r"invalid index to scalar variable",
        "A single number has no parts to pick, and square brackets stand behind one. What in this "
        "line is a number, and not an array?",
    ),
    (
        r"0-dimensional arrays? ",
        "A single number has no parts, and here it is used like an array. Which name holds it?",
    ),
    (
        r"iteration over a 0-d array",
        "A loop goes through several things, and here it got a single number. Which was meant?",
    ),
    (
        r"cannot reshape array of size (\d+) into shape (\([\d,]+\))",
        "The number of numbers is {0}, and a table of shape {1} needs another. How many are "
        "there for each row?",
    ),
    (
        r"(\d)-dimensional array given. Array must be (?:at least )?two-dimensional",
        "A table is needed here, and a vector or a number came. What makes a table of it?",
    ),
    (
        r"Singular matrix",
        "This table has no inverse: one column follows from others. Which function finds the best "
        "line without it?",
    ),
    (
        r"Incompatible dimensions",
        "The table and the vector have different numbers of rows. How many does each have?",
    ),
    (
        r"assignment destination is read-only",
        "This array may be read only. How do you compute a new array instead of writing into it?",
    ),
    (
        r"invalid number of arguments|takes from \d+ to \d+ positional arguments but (\d+) w",
        "This function is called with too many arguments, or too few. What goes in, and in which "
        "form?",
    ),
    (
        r"contains pickled|allow_pickle|Failed to interpret file",
        "`np.load` reads files that NumPy itself has written. Which of its functions reads a file "
        "of text, with a table of numbers in it?",
    ),
    (
        r"zero-size array",
        "The array is empty here. Which line should have left something in it?",
    ),
    (
        r"need at least one array to (concatenate|stack)",
        "There is nothing in the list yet. Which line should put the parts in?",
    ),
)
