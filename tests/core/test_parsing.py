import contextlib
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import ParameterError, Parameters
from gumbel_gui.core.parsing import CLEAR_MARKS, ONE_ROW, parse_count, parse_number, parse_vector

many_examples = settings(max_examples=300)
finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        ("  7\t", 7.0),
        ("\u00a00,25\u202f", 0.25),
        ("+3", 3.0),
        ("-3", -3.0),
        ("−3,5", -3.5),
        ("1e6", 1e6),
        ("1·10⁷", 1e7),
        ("2,5 · 10⁻⁵", 2.5e-5),
        ("−3×10^-2", -3e-2),
        ("10⁻³", 1e-3),
        ("10^2", 100.0),
        ("1·10⁻¹/2", 0.05),
        ("1E+6", 1e6),
        ("2,5e−3", 2.5e-3),
        ("1.234", 1.234),
        ("1,234", 1.234),
        ("1e999", math.inf),
        ("inf", math.inf),
        ("-Infinity", -math.inf),
        ("−inf", -math.inf),
        ("1/3", 1 / 3),
        (" 1 / 3 ", 1 / 3),
        ("1,5/3", 0.5),
        ("-1/4", -0.25),
        ("50%", 0.5),
        ("2,5 %", 0.025),
        ("1e-3", 1e-3),
        ("1e-3%", 1e-5),
        ("１／３", 1 / 3),
        ("５０％", 0.5),
        ("１ｅ－３", 1e-3),
        ("０．２５", 0.25),
    ],
)
def test_a_number_is_read_with_either_decimal_mark(text, number):
    assert parse_number("t", text) == number


@pytest.mark.parametrize("text", ["nan", "NaN", "-nan"])
def test_nan_is_read_so_that_its_field_can_refuse_it(text):
    assert math.isnan(parse_number("t", text))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ".", ",", "-", "e5", "1e", "1e5.0", "abc", "0x10", "1_000", "1 000", "0.5.",
        "1.234,5", "1,234.5", "1,234,567", "1.234.567", "1'000", "--1", "+-1", "+-inf", "--nan",
        "infinite", "½", "1/2/3", "/2", "1/", "%", "5%%", "50%/2", "%5", "a/2",
        "0.5;", "[1]",
    ],
)  # fmt: skip
def test_what_is_not_one_number_is_quoted_in_the_error(text):
    with pytest.raises(ParameterError) as caught:
        parse_number("temperature", text)
    quoted = text.strip()
    assert str(caught.value) == f"temperature is {quoted!r}, but must be a number such as 0.25."


@pytest.mark.parametrize("text", ["1/0", "0/0", "１／０", "3/0.0"])
def test_a_fraction_of_zero_is_refused(text):
    with pytest.raises(ParameterError) as caught:
        parse_number("t", text)
    assert str(caught.value).endswith("but must be a fraction of a number other than 0.")


@many_examples
@given(finite)
def test_every_float_is_read_back_bit_for_bit_with_either_mark(number):
    for text in (repr(number), repr(number).replace(".", ",").replace("-", "−")):
        assert parse_number("t", text).hex() == number.hex()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("100000", 100_000),
        ("100 000", 100_000),
        ("100\u00a0000", 100_000),
        ("100\u202f000", 100_000),
        ("1\u2009000\u2009000", 1_000_000),
        ("1_000", 1000),
        (" 42\n", 42),
        ("+42", 42),
        ("-42", -42),
        ("1e6", 10**6),
        ("1·10⁷", 10**7),
        ("10⁹", 10**9),
        ("1E6", 10**6),
        ("25e+4", 250_000),
        ("1 e 9", 10**9),
        ("9" * 25, int("9" * 25)),
        ("123456789e15", 123456789 * 10**15),
    ],
)
def test_a_count_is_read_exactly(text, count):
    assert parse_count("draws", text) == count


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "abc", "1.5", "1.0", "1,000", "1.000", "1'000", "0x10", "1e", "e6", "1e-3",
        "1.5e3", "-1e3", "1e100", "1e1e1", "1e6.0", "inf", "nan", "½", "0.10⁷", "110⁷",
        "10⁻³", "1·⁷",
    ],
)  # fmt: skip
def test_what_is_not_a_whole_number_is_quoted_in_the_error(text):
    with pytest.raises(ParameterError) as caught:
        parse_count("draws", text)
    assert str(caught.value) == f"draws is {text!r}, but must be a whole number."


def test_more_digits_than_python_converts_are_refused():
    with pytest.raises(ParameterError, match="draws"):
        parse_count("draws", "9" * 5000)


@many_examples
@given(st.integers())
def test_every_integer_is_read_back_grouped_or_not(number):
    for text in (str(number), f"{number:_}", f"{number:,}".replace(",", "\u202f")):
        assert parse_count("draws", text) == number


@pytest.mark.parametrize(
    "text",
    [
        "0.1, 0.2, 0.7",
        "0.1,0.2,0.7",
        "0.1 0.2 0.7",
        "  0.1\t0.2   0.7 ",
        "[0.1, 0.2, 0.7]",
        "[0.1 0.2 0.7]",
        "(0.1, 0.2, 0.7)",
        "{0.1; 0.2; 0.7}",
        "[[0.1, 0.2, 0.7]]",
        "0.1; 0.2; 0.7",
        "0,1; 0,2; 0,7",
        "0,1;0,2;0,7;",
        "0.1\n0.2\n0.7\n",
        "0,1\n0,2\n0,7",
        "0.1,\n0.2,\n0.7",
        "0.1\r\n0.2\r\n0.7\r\n",
        "0.1, 0.2, 0.7,",
        "[0.1, 0.2, 0.7,]",
        ", 0.1, 0.2, 0.7",
        ".1, 2e-1, +0.7",
        "1e−1; 0.2; 0.7",
    ],
)
def test_a_vector_is_read_however_it_is_written(text):
    assert parse_vector(text) == (0.1, 0.2, 0.7)


@pytest.mark.parametrize("text", ["", "  ", "[]", "( )", ",", ";", "[,;]", "\n"])
def test_nothing_is_an_empty_vector_which_parameters_refuses(text):
    assert parse_vector(text) == ()
    with pytest.raises(ParameterError, match="a vector of 0 entries"):
        Parameters(parse_vector(text))


def test_one_number_is_a_vector_of_one():
    assert parse_vector("0.5;") == (0.5,)
    assert parse_vector("0.5") == (0.5,)


@pytest.mark.parametrize(
    ("text", "entry", "quoted"),
    [
        ("0.1, x, 0.7", 1, "'x'"),
        ("0.1,, 0.7", 1, "''"),
        ("0.1; ; 0.7", 1, "''"),
        ("0.1 0.2 abc", 2, "'abc'"),
        ("1.234,5; 0.2", 0, "'1.234,5'"),
        ("0.1, 0.2; 0.7", 0, "'0.1, 0.2'"),
        ("0.2, +-inf", 1, "'+-inf'"),
    ],
)
def test_the_first_entry_that_is_not_a_number_is_named(text, entry, quoted):
    with pytest.raises(ParameterError) as caught:
        parse_vector(text)
    assert caught.value.field == f"probabilities[{entry}]"
    assert quoted in str(caught.value)


def test_the_field_of_a_vector_can_be_named():
    with pytest.raises(ParameterError, match=r"^logits\[1\] is 'b'"):
        parse_vector("1 b", "logits")


@many_examples
@given(st.lists(finite, min_size=2, max_size=64))
def test_every_vector_is_read_back_from_python_and_from_semicolons(values):
    expected = tuple(values)
    assert parse_vector(repr(values)) == expected
    assert parse_vector(repr(expected)) == expected
    assert parse_vector("; ".join(repr(v).replace(".", ",") for v in values)) == expected


@many_examples
@given(st.text() | st.text(alphabet="0159.,;eE+-−infaNy []()\n\t_\u00a0٣", max_size=12))
@example("+-inf")
@example("--nan")
@example("²")
@example("٣")
@example("9" * 5000)
@example("1e99999999999")
def test_any_text_gives_a_number_or_a_parameter_error(text):
    readers = (
        lambda: parse_number("field", text),
        lambda: parse_count("field", text),
        lambda: Parameters(parse_vector(text)),
        lambda: Parameters((1, 1), draws=parse_count("draws", text)),
    )
    for read in readers:
        with contextlib.suppress(ParameterError):
            read()


@pytest.mark.parametrize(
    "text",
    [
        "[1] 0.1 0.2 0.7",
        " [1] 0.1 0.2\n [3] 0.7\n",
        "tensor([0.1, 0.2, 0.7], device='cuda:0', grad_fn=<SoftmaxBackward0>)",
        "tensor([0.1, 0.2, 0.7], dtype=torch.float64, requires_grad=True)",
        "array([0.1, 0.2, 0.7])",
        "np.array([0.1, 0.2,\n       0.7], dtype=np.float32)",
        "p = np.array([[0.1, 0.2, 0.7]])",
        "Array([0.1, 0.2, 0.7], dtype=float32)",
        "[np.float64(0.1), np.float64(0.2), np.float64(0.7)]",
        "c(0.1, 0.2, 0.7)",
        "p <- c(0.1, 0.2, 0.7)",
        "0.1，0.2，0.7",
        "0.1、0.2、0.7",
        "０．１，０．２，０．７",
        "\ufeff0.1,0.2,0.7",
        "10%, 20%, 70%",
        "10 % 20 % 70 %",
        "1/10, 1/5, 7/10",
        "1 / 10; 1 / 5; 7 / 10",
        "0,1 0,2 0,7",
        "0,1\t0,2\t0,7",
        "[0.1; 0.2; 0.7]",
        "| a | b | c |\n|---|---|---|\n| 0.1 | 0.2 | 0.7 |",
        "a,b,c\n0.1,0.2,0.7",
        "p\n0.1\n0.2\n0.7",
        "1e-1 2E-1 7e−1",
        "[0.1 0.2\n 0.7]",
        "0.1, 0.2,\n0.7",
    ],
)
def test_what_programs_print_and_people_paste_is_read(text):
    assert parse_vector(text) == (0.1, 0.2, 0.7)


@pytest.mark.parametrize("text", ["0,5\n−inf\n−1,5", "0,5; −∞; −1,5", "0.5 -∞ -1.5"])
def test_minus_infinity_is_read_as_it_is_shown(text):
    assert parse_vector(text, "logits") == (0.5, -math.inf, -1.5)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("0,1, 0,2, 0,7", CLEAR_MARKS),
        ("1,000, 2,000", CLEAR_MARKS),
        ("1,000,2,000", CLEAR_MARKS),
        ("1,000 2,000", CLEAR_MARKS),
        ("1,000\n2,000", CLEAR_MARKS),
        ("[[0.1, 0.2], [0.3, 0.4]]", ONE_ROW),
        ("array([[0.1, 0.2],\n       [0.3, 0.4]])", ONE_ROW),
        ("0.1 0.2\n0.3 0.4", ONE_ROW),
        ("a,b\n0.1,0.2\n0.3,0.4", ONE_ROW),
        ("tensor([[0.1, 0.2],\n [0.3, 0.4]], device='cuda:0')", ONE_ROW),
    ],
)
def test_what_may_mean_several_things_is_refused_as_it_was_typed(text, allowed):
    with pytest.raises(ParameterError) as caught:
        parse_vector(text)
    assert str(caught.value) == f"probabilities is {text!r}, but must be {allowed}."


@pytest.mark.parametrize(
    ("text", "entry"), [("[0.1 0.2; 0.3 0.4]", 0), ("1/0, 1", 0), ("1, 2/x", 1), ("[0.1, 0.2", 0)]
)
def test_an_entry_of_another_kind_is_named(text, entry):
    with pytest.raises(ParameterError) as caught:
        parse_vector(text)
    assert caught.value.field == f"probabilities[{entry}]"
