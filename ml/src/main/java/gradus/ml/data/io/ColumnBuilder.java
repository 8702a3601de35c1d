package gradus.ml.data.io;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.Column;
import gradus.ml.data.DataType;
import gradus.ml.data.DateColumn;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/// Builds a column of a known data type from the rows of a file.
sealed interface ColumnBuilder {

    void add(CsvReader row, int column);

    Column build();

    /// @param size number of rows
    static ColumnBuilder of(DataType dataType, int size) {
        return switch (dataType) {
            case NUMBERS -> new Numbers(size);
            case STRINGS -> new Strings(size);
            case BOOLEANS -> new Booleans(size);
            case DATES -> new Dates(size);
        };
    }

    final class Numbers implements ColumnBuilder {
        private final double[] values;
        private final BitSet missing = new BitSet();
        private int size;

        Numbers(int size) {
            values = new double[size];
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissingEvenIfQuoted(column)) {
                missing.set(size++);
            } else {
                values[size++] = row.getDouble(column);
            }
        }

        @Override
        public Column build() {
            return NumberColumn.of(Arrays.copyOf(values, size))
                    .withMissing(missing.stream().toArray());
        }
    }

    final class Strings implements ColumnBuilder {
        private final StringColumn.Builder strings;

        Strings(int size) {
            strings = new StringColumn.Builder(size);
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissing(column)) {
                strings.addMissing();
            } else {
                strings.add(row.getString(column));
            }
        }

        @Override
        public Column build() {
            return strings.build();
        }
    }

    final class Booleans implements ColumnBuilder {
        private final boolean[] values;
        private final BitSet missing = new BitSet();
        private int size;

        Booleans(int size) {
            values = new boolean[size];
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissingEvenIfQuoted(column)) {
                missing.set(size++);
                return;
            }
            String text = row.getString(column);
            if (!TypeInference.isBoolean(text)) {
                throw row.error(column, "expected true or false, got " + ValueFaults.orMissing(text));
            }
            values[size++] = text.equalsIgnoreCase("true");
        }

        @Override
        public Column build() {
            return BooleanColumn.of(Arrays.copyOf(values, size))
                    .withMissing(missing.stream().toArray());
        }
    }

    final class Dates implements ColumnBuilder {
        private final long[] days;
        private final BitSet missing = new BitSet();
        private int size;

        Dates(int size) {
            days = new long[size];
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissingEvenIfQuoted(column)) {
                missing.set(size++);
                return;
            }
            String text = row.getString(column);
            if (!TypeInference.isDate(text)) {
                throw row.error(column, ValueFaults.explainDate(text));
            }
            days[size++] = LocalDate.parse(text).toEpochDay();
        }

        @Override
        public Column build() {
            return DateColumn.ofEpochDays(Arrays.copyOf(days, size))
                    .withMissing(missing.stream().toArray());
        }
    }
}
