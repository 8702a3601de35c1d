package gradus.ml.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/// Gathers a column of a known kind from the rows of a file.
sealed interface ColumnBuilder {

    void add(CsvReader row, int column);

    Column build();

    /// @param size how many rows there will be
    static ColumnBuilder of(Kind kind, int size) {
        return switch (kind) {
            case NUMBERS -> new Numbers(size);
            case TEXT -> new Texts(size);
            case FLAGS -> new Flags(size);
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
            if (row.isMissingWord(column)) {
                missing.set(size++);
            } else {
                values[size++] = row.number(column);
            }
        }

        @Override
        public Column build() {
            return NumberColumn.of(Arrays.copyOf(values, size))
                    .withMissing(missing.stream().toArray());
        }
    }

    final class Texts implements ColumnBuilder {
        private final TextColumn.Builder texts;

        Texts(int size) {
            texts = new TextColumn.Builder(size);
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissing(column)) {
                texts.addMissing();
            } else {
                texts.add(row.text(column));
            }
        }

        @Override
        public Column build() {
            return texts.build();
        }
    }

    final class Flags implements ColumnBuilder {
        private final boolean[] flags;
        private final BitSet missing = new BitSet();
        private int size;

        Flags(int size) {
            flags = new boolean[size];
        }

        @Override
        public void add(CsvReader row, int column) {
            if (row.isMissingWord(column)) {
                missing.set(size++);
                return;
            }
            String text = row.text(column);
            if (!Inference.isFlag(text)) {
                throw row.fault(column, "true or false is needed, got \"" + text + "\"");
            }
            flags[size++] = text.equalsIgnoreCase("true");
        }

        @Override
        public Column build() {
            return FlagColumn.of(Arrays.copyOf(flags, size))
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
            if (row.isMissingWord(column)) {
                missing.set(size++);
                return;
            }
            String text = row.text(column);
            if (!Inference.isDate(text)) {
                throw row.fault(column, "a day like 1906-05-31 is needed, got \"" + text + "\"");
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
