package gradus.ml.data;

import gradus.ml.linalg.Matrix;
import java.util.List;
import java.util.regex.Pattern;

/// Columns as the data type that a caller expects.
final class ColumnTypes {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");

    private ColumnTypes() {}

    /// Throws, because the column has another data type. If it holds strings of which some are numbers, the
    /// message names the first one that isn't.
    static <T> T wrongType(Table table, String name, DataType expected) {
        Column column = table.column(name);
        String message = "column \"" + name + "\" holds " + column.dataType() + ", expected " + expected;
        if (column instanceof StringColumn strings && expected == DataType.NUMBERS) {
            message += explain(strings);
        }
        throw new IllegalArgumentException(message);
    }

    private static String explain(StringColumn strings) {
        int other = -1;
        int numbers = 0;
        int others = 0;
        for (int row = 0; row < strings.size(); row++) {
            if (strings.isMissing(row)) {
                continue;
            }
            boolean number = isNumber(strings.get(row));
            numbers += number ? 1 : 0;
            others += number ? 0 : 1;
            other = !number && other < 0 ? row : other;
        }
        if (numbers > 0 && others > 0) {
            String first = "\"" + strings.get(other) + "\" at row " + other;
            return others == 1
                    ? "; " + first + " is no number; correct it, or read it as a missing value"
                    : "; " + others + " values are no numbers, the first is " + first
                            + "; correct them, or read them as missing values";
        }
        return numbers > 0 ? ", though all are numbers; convert it with toNumberColumn" : "";
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    static Matrix matrix(Table table, List<String> names) {
        List<NumberColumn> selected = names.stream()
                .map(name -> requireComplete(table, name, "a matrix"))
                .toList();
        return Matrix.from(
                table.rows(), selected.size(), (r, c) -> selected.get(c).get(r));
    }

    /// A column of numbers, or of Booleans as 1 and 0, without missing values.
    ///
    /// @param target what the values are for, such as `a matrix`
    static NumberColumn requireComplete(Table table, String name, String target) {
        NumberColumn column = table.column(name) instanceof BooleanColumn booleans
                ? booleans.toNumberColumn()
                : table.numberColumn(name);
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                throw new IllegalArgumentException(target + " cannot hold missing values, but \"" + name
                        + "\" is missing at row " + row + "; impute it with Imputer, or drop the row with dropMissing");
            }
        }
        return column;
    }
}
