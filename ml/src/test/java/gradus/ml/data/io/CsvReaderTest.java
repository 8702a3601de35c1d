package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    /// A stream that gives one byte per read, so that the buffer runs out at every position.
    private static InputStream oneByteAtATime(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, 1));
            }
        };
    }

    @Test
    void rowsDoNotDependOnHowTheBytesArrive() {
        String text = "\uFEFFname,x\r\n\"a \"\"b\"\"\r\nc\",1.5\r\n\r\né,NA\r\n";
        try (CsvReader rows = CsvReader.of(oneByteAtATime(text), "bytes", CsvFormat.DEFAULT)) {
            assertThat(rows.columnNames()).containsExactly("name", "x");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(0)).isEqualTo("a \"b\"\r\nc");
            assertThat(rows.getDouble(1)).isEqualTo(1.5);
            assertThat(rows.lineNumber()).isEqualTo(2);
            assertThat(rows.rowIndex()).isZero();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(0)).isEqualTo("é");
            assertThat(rows.isMissing(1)).isTrue();
            assertThat(rows.lineNumber()).isEqualTo(5);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rows.getDouble(1))
                    .withMessage("bytes, line 5, column \"x\": expected a finite number, got \"NA\"; the value "
                            + "is missing; check isMissing first");
            assertThatThrownBy(() -> rows.getString(2)).hasMessage("no column 2 in a file of 2 columns");
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void runsOfSpacesDoNotDependOnHowTheBytesArrive() {
        String text = "  a  \t b\r\n 1   2 \n\"x  y\"\t z\n";
        for (InputStream stream :
                List.of(oneByteAtATime(text), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            try (CsvReader rows = CsvReader.of(stream, "bytes", CsvFormat.DEFAULT.withSpaceRuns())) {
                assertThat(rows.columnNames()).containsExactly("a", "b");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDouble(1)).isEqualTo(2);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(0)).isEqualTo("x  y");
                assertThat(rows.lineNumber()).isEqualTo(3);
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void aLongLineOfAlignedColumnsIsRead() {
        String numbers = "1 \t ".repeat(100_000);
        try (CsvReader rows = CsvReader.of(
                new ByteArrayInputStream((numbers + "\n").getBytes(StandardCharsets.UTF_8)),
                "long",
                CsvFormat.DEFAULT.withSpaceRuns().withoutHeader())) {
            assertThat(rows.columnNames()).hasSize(100_000);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getDouble(99_999)).isEqualTo(1);
        }
    }

    @Test
    void aRowCanBeLongerThanTheBuffer() {
        String longField = "x".repeat(300_000);
        try (CsvReader rows = CsvReader.of(
                new ByteArrayInputStream(("a,b\n1,2\n" + longField + ",\"" + longField + "\"\"\"\n3,4\n").getBytes()),
                "long",
                CsvFormat.DEFAULT)) {
            rows.next();
            rows.next();
            assertThat(rows.getString(0)).isEqualTo(longField);
            assertThat(rows.getString(1)).isEqualTo(longField + "\"");
            rows.next();
            assertThat(rows.getDouble(1)).isEqualTo(4);
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfRows() {
        long rows = 10_000_000;
        var stream = new Rows(rows);
        try (CsvReader reader = CsvReader.of(stream, "rows", CsvFormat.DEFAULT)) {
            double total = 0;
            long missing = 0;
            long before = usedMemory();
            while (reader.next()) {
                if (reader.isMissing(1)) {
                    missing++;
                } else {
                    total += reader.getDouble(1);
                }
            }
            long after = usedMemory();
            assertThat(reader.rowIndex()).isEqualTo(rows - 1);
            assertThat(missing).isEqualTo(rows / 10);
            assertThat(total).isEqualTo(0.25 * (rows / 2.0 * (rows - 1) - (rows / 10.0) * (rows / 2.0 - 5)));
            assertThat(after - before).isLessThan(2 << 20);
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// A CSV stream of columns `id,value,word`, generated as it is read; every tenth value is missing.
    static final class Rows extends InputStream {

        private final long rows;
        private long row = -1;
        private byte[] line = "id,value,word\n".getBytes();
        private int at;

        Rows(long rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] to, int from, int length) {
            int given = 0;
            while (given < length) {
                if (at == line.length) {
                    if (++row == rows) {
                        row--;
                        break;
                    }
                    String value = row % 10 == 0 ? "NA" : row / 4 + QUARTERS[(int) (row % 4)];
                    line = (row + "," + value + (row % 3 == 0 ? ",\"a, b\"\n" : ",word\n")).getBytes();
                    at = 0;
                }
                int count = Math.min(length - given, line.length - at);
                System.arraycopy(line, at, to, from + given, count);
                at += count;
                given += count;
            }
            return given == 0 ? -1 : given;
        }

        private static final String[] QUARTERS = {".0", ".25", ".5", ".75"};
    }
}
