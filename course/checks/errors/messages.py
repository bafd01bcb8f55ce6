"""What the messages of Python mean, in plain words.

Those of NumPy stand in `numpy_messages`, those about a name in `name_messages`.

Each is true of every way to get there and asks one question. The first that fits is said.
"""

from course.checks.errors.name_messages import NAME_WORDS
from course.checks.errors.numpy_messages import NUMPY_WORDS

_PYTHON_WORDS = (
    (
        r"unsupported operand type\(s\) for (\S+)(?: or pow\(\))?: "
        r".*'(?:function|builtin_function_or_method|method|type|ufunc|numpy.ufunc|"
        r"(?:numpy\._?)?_?ArrayFunctionDispatcher)'",
        "One side of the `{0}` is a function, and not a number. How do you get a number from a "
        "function?",
    ),
    (
        r"unsupported operand type\(s\) for (\S+): .*NoneType",
        "One side of the `{0}` is None: a function without `return` gives None, and so does a "
        "list's `append`. Which name holds it?",
    ),
    (
        r"unsupported operand type\(s\) for (\S+): .*'str'",
        "One side of the `{0}` is a text, and not a number. Which name holds it, or are there "
        "quotes where none should be?",
    ),
    (
        r"unsupported operand type\(s\) for (\S+): .*'(dict|tuple)'",
        "One side of the `{0}` is {1:kind}: several things in one. Which part of it do you need?",
    ),
    (
        r"can't multiply sequence",
        "Neither a list nor a tuple computes number by number. Is an array meant, or each thing in "
        "it, one after the other?",
    ),
    (
        r"(unsupported operand type.*'list'|can only concatenate list)",
        "A list does not compute number by number. Is an array meant, or each thing in the list, "
        "one after the other?",
    ),
    (
        r"can only concatenate (\w+)",
        "{0:Kind} stands on one side of the `+`, and something else on the other. What is on each "
        "side?",
    ),
    (
        r"'(<|>|<=|>=)' not supported between instances of '(\w+)' and '(\w+)'",
        "`{0}` compares two numbers, and here it got {1:kind} and {2:kind}. What is on each side?",
    ),
    (
        r"'NoneType' object",
        "Something is None here: a function without `return` gives None, and so does a list's "
        "`append`. Which name holds it?",
    ),
    (
        r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
        "`{0}` knows no setting `{1}`. Which function has it, and is that the one you call?",
    ),
    (
        r"exceptions must derive from BaseException",
        "`raise` ends the function with an error, and hands nothing on. Which word hands a value "
        "on to whoever called the function?",
    ),
    (
        r"insert expected 2 arguments",
        "`insert` takes a place and one thing for it, and here it got something else. What makes "
        "one thing of several?",
    ),
    (
        r"list\.append\(\) takes exactly one argument",
        "`append` puts one thing into a list. What makes one thing of several?",
    ),
    (
        r"zip\(\) argument \d+ is (shorter|longer)",
        "`zip` goes through its lists side by side, and here they differ in length. How many "
        "things are in each?",
    ),
    (
        r"(\w+)\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given",
        "The number of arguments of `{0}` is {1}, and this call hands over {2}. What should go in?",
    ),
    (
        r"(\w+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.+)$",
        "`{0}` is called without something that it needs: {1}. Which call leaves it out?",
    ),
    (
        r"(\w+) expected (?:at most |at least )?\d+ arguments?, got \d+",
        "`{0}` is called with too many arguments, or too few. Which does it need?",
    ),
    (
        r"(\w+)\(\) takes (?:exactly|at least|at most|no|from) .*argument",
        "`{0}` is called with too many arguments, or too few. What goes in, and in which form?",
    ),
    (
        r"cannot unpack non-iterable (\S+) object",
        "This line takes something apart into several names, and what it got is {0:kind}. Where "
        "does it come from?",
    ),
    (
        r"too many values to unpack \(expected (\d+)",
        "This line takes something apart into {0} names, and more values than that come. How many "
        "are there, and in which order?",
    ),
    (
        r"not enough values to unpack \(expected (\d+), got (\d+)",
        "This line takes something apart into {0} names, and the number of values that come is "
        "{1}. Where do they come from?",
    ),
    (
        r"values to unpack",
        "This line takes something apart into names, and the values that come are not equally "
        "many. How many are there?",
    ),
    (
        r"'(\w+)' object is not reversible",
        "`reversed` goes through several things, and here it got {0:kind}. What counts from 0 up "
        "to a number?",
    ),
    (
        r"'(?:function|method|builtin_function_or_method)' object is not iterable",
        "A function stands here, where something with several things in it is needed. Which "
        "brackets make it run, and on what?",
    ),
    (
        r"object is not iterable",
        "A loop, and whatever takes things apart, needs several things, and here it got a single "
        "one. Which was meant?",
    ),
    (
        r"argument of type '(\w+)' is not iterable",
        "`in` looks into something with several parts, and {0:kind} has none. Where should it "
        "look?",
    ),
    (
        r"could not convert string.*'(?:[^',;]*[,;]){2}",
        "Several numbers stand in this text, and it was taken for one. What stands between them, "
        "and which setting says so?",
    ),
    (
        r"\by\b.* received None",
        "There is no `y` here: the rows came without their answers. What does the model need "
        "besides the rows?",
    ),
    (
        r"(?:could not convert string|invalid literal for int\(\) with base 10:) '(-?\d*\.\d+)'",
        "{0} is a number with a decimal point, and a whole number was asked for. Which part of the "
        "line asks for it?",
    ),
    (
        r"could not convert string",
        "A text should become a number here, and it is not the text of a single number. What "
        "stands in it?",
    ),
    (
        r"slice indices must be integers",
        "A part such as `[a:b]` begins and ends at whole numbers, and one of these is no whole "
        "number. Which of the two?",
    ),
    (
        r"(list|tuple) indices must be integers or slices, not tuple",
        "{0:Kind} has one place number in its brackets, and rows and columns are of arrays. What "
        "makes an array of it?",
    ),
    (
        r"(list|tuple|string) indices must be integers or slices, not (\w+)",
        "The places of {0:kind} are counted with whole numbers, and this is {1:kind}. What should "
        "the brackets pick?",
    ),
    (
        r"'(float|numpy\.float64|numpy\.float32)' object cannot be interpreted as an integer",
        "A count must be a whole number, and this is a number with a decimal point, even where "
        "only a 0 stands behind it. What makes a whole number of it?",
    ),
    (
        r"'(\S+)' object cannot be interpreted as an integer",
        "A count must be a whole number, and this is {0:kind}. Which number was meant?",
    ),
    (
        r"object of type '([\w.]+)' has no len",
        "`len` counts the parts of something, and {0:kind} has no parts. What was to be counted?",
    ),
    (
        r"list assignment index out of range",
        "A list has the places that were put into it, and none beyond. Which of its methods puts "
        "something at the end?",
    ),
    (
        r"(list|tuple) index out of range",
        "The {0} ends before that place. How long is it, and from which number do places count?",
    ),
    (
        r"pop from empty list",
        "The list is empty here. What should be in it before?",
    ),
    (
        r"doesn't define __round__",
        "`round` works on one number, and here it got something else. Which number should be "
        "rounded?",
    ),
    (
        r"'(?:Posix|Windows)Path' object",
        "This is the name of a file, and not what stands in it. Which function reads a table from "
        "a file?",
    ),
    (
        r"'_io.TextIOWrapper' object",
        "`open` only opens a file, and nothing is read from it yet. Which function reads a table "
        "of numbers?",
    ),
    (
        r"'(\S+)' object is not subscriptable",
        "Square brackets pick a part, and {0:kind} has none. Are round brackets "
        "meant, or another name?",
    ),
    (
        r"'(\S+)' object does not support item assignment",
        "{0:Kind} cannot be changed in one of its places. What should hold the new value?",
    ),
    (
        r"'(?:list|tuple|dict|numpy.ndarray)' object is not callable",
        "Round brackets call a function, and this holds several things. Which brackets pick a "
        "part, or is an operator missing in front of the bracket?",
    ),
    (
        r"'(?:[\w.]+\.)?([A-Z]\w+)' object is not callable",
        "{0:Kind} is an object, and no function. Which of its methods should run?",
    ),
    (
        r"'str' object is not callable",
        "Round brackets call a function, and this is a text. Are there quotes around a name?",
    ),
    (
        r"object is not callable",
        "Round brackets call a function, and this is none. Is a square bracket meant, or an "
        "operator forgotten in front of the bracket?",
    ),
    (
        r"unhashable type: '(\w+)'",
        "{0:Kind} cannot be a key, nor stand in a set. Which part of it was meant?",
    ),
    (
        r"maximum recursion depth",
        "A function calls itself here, again and again without an end. Which line does it?",
    ),
    (
        r"division by zero",
        "Something was divided by 0. For which input does the part below the line become 0?",
    ),
    (
        r"No such file|not found\.?$",
        "There is no file of this name. Is the name of the file in the variable, or typed in "
        "quotes?",
    ),
    (
        r"No module named '(\S+)'",
        "Python finds no package called `{0}`. Under which name does the notebook import it?",
    ),
    (
        r"cannot import name '(\w+)'",
        "There is no `{0}` to be imported from there. How is it spelled in the text?",
    ),
    (
        r"(?:float\(\)|int\(\)) argument must be",
        "One number is needed here, and this is something else. How do you get the number out of "
        "it?",
    ),
    (
        r"must be real number, not (\S+)",
        "One number is needed here, and this is {0:kind}. Does the package NumPy have a "
        "function for it?",
    ),
    (
        r"still running after",
        "This goes on and on. Is there a loop that never ends, or one inside another by mistake?",
    ),
    (
        r"bad operand type for unary -: '(\w+)'",
        "A minus sign stands before {0:kind}. What is in it?",
    ),
    (r"bad operand type for abs\(\): '(\w+)'", "`abs` got {0:kind}. What is in it?"),
)

PLAIN_WORDS = (*NUMPY_WORDS, *_PYTHON_WORDS, *NAME_WORDS)
