package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.numbers.Rng;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void quotesProtectCommasLineBreaksAndQuotes() {
        assertThat(CsvRecords.split("a,\"b,c\"\r\n\"d\n\"\"e\"\"\",\n\n"))
                .containsExactly(List.of("a", "b,c"), List.of("d\n\"e\"", ""), List.of(""));
        assertThat(CsvRecords.split("\"\"\"\"\"\"")).containsExactly(List.of("\"\""));
        assertThat(CsvRecords.split("x\n\"\"")).containsExactly(List.of("x"), List.of(""));
        assertThat(CsvRecords.split("")).isEmpty();
        assertThat(CsvRecords.split(",")).containsExactly(List.of("", ""));
        assertThat(CsvRecords.split("5\" pipe, x ")).containsExactly(List.of("5\" pipe", " x "));
    }

    @Test
    void anOpenQuoteIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvRecords.split("a,b\nc,\"d,e\nf"))
                .withMessage("record 1: a quote is never closed; close it");
    }

    @Test
    void itSplitsAsTheScannerOfBytesDoes() {
        String[] pieces = {"", "a", " b ", "é€𝄞", "\"\"", "\"c,d\"", "\"e\r\nf\"", "\"\"\"g\"\"\"", "x".repeat(70_000)
        };
        Rng rng = Rng.of(5);
        for (int n : new int[] {1, 2, 3, 7, 15, 16, 17, 33}) {
            for (String lineBreak : List.of("\n", "\r\n")) {
                var text = new StringBuilder();
                for (int i = 0; i < n; i++) {
                    text.append(pieces[rng.nextInt(pieces.length - (n == 33 ? 0 : 1))])
                            .append(i == n - 1 ? "" : rng.nextInt(3) == 0 ? lineBreak : ",");
                }
                for (String end : List.of("z", "z" + lineBreak)) {
                    assertThat(CsvRecords.split(text + "," + end)).isEqualTo(scanned(text + "," + end));
                }
            }
        }
    }

    private static List<List<String>> scanned(String text) {
        var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var scanner = new CsvScanner(stream, CsvDialect.rfc4180(), new CsvFaults("the text"), 1);
        var records = new ArrayList<List<String>>();
        while (scanner.next()) {
            var record = new ArrayList<String>();
            for (int field = 0; field < scanner.fieldCount(); field++) {
                record.add(scanner.getString(field));
            }
            records.add(record);
        }
        return records;
    }
}
