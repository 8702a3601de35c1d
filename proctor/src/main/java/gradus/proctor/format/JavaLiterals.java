package gradus.proctor.format;

/// Java literals of values, to paste into a program: `new double[] {1, -0.5}`, `Double.NaN`.
public final class JavaLiterals {

    private static final int MAX_ELEMENTS = 40;

    private JavaLiterals() {}

    /// `value` as a Java expression. Values of other types than numbers, strings and arrays are shown by
    /// their `toString`.
    public static String of(Object value) {
        // Not a switch on types: the first of those costs a cold JVM as much as a hundred cases.
        if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof Float number) {
            return number + "f";
        } else if (value instanceof double[] numbers) {
            return "new double[] {" + elements(numbers) + "}";
        } else if (value instanceof int[] numbers) {
            return "new int[] {" + elements(numbers) + "}";
        } else if (value instanceof double[][] rows) {
            return "new double[][] {" + rows(rows) + "}";
        }
        return ValueFormatter.format(value);
    }

    /// The elements without brackets, as the arguments of a call: `1, -0.5`.
    public static String elements(double... numbers) {
        var text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            if (appendSeparator(text, i, numbers.length)) {
                text.append(number(numbers[i]));
            }
        }
        return text.toString();
    }

    /// The elements without brackets, as the arguments of a call: `1, 2`.
    public static String elements(int... numbers) {
        var text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            if (appendSeparator(text, i, numbers.length)) {
                text.append(numbers[i]);
            }
        }
        return text.toString();
    }

    /// The rows without outer brackets: `{1, 2}, {3, 4}`.
    public static String rows(double[]... rows) {
        var text = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            if (appendSeparator(text, i, rows.length)) {
                text.append('{').append(elements(rows[i])).append('}');
            }
        }
        return text.toString();
    }

    /// `number` as a literal; integers without a fractional part: `2`, `-0.5`, `1.0E155`, `Double.NaN`.
    public static String number(double number) {
        if (Double.isNaN(number)) {
            return "Double.NaN";
        } else if (Double.isInfinite(number)) {
            return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        int whole = (int) number;
        return whole == number && (whole != 0 || 1 / number > 0) ? Integer.toString(whole) : Double.toString(number);
    }

    /// Appends the comma before element `index`. False if the element is beyond the limit and must be left
    /// out.
    private static boolean appendSeparator(StringBuilder text, int index, int length) {
        if (index > MAX_ELEMENTS) {
            return false;
        }
        text.append(index == 0 ? "" : ", ");
        if (index == MAX_ELEMENTS) {
            text.append("… (").append(length).append(" in all)");
        }
        return index < MAX_ELEMENTS;
    }
}
