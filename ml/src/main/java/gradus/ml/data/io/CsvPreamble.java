package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;

/// What comes before the first row of a CSV file: lines to skip, and a first line such as `sep=;`, which
/// tells spreadsheets what the separator is.
///
/// @param lines the number of lines, which have been read
/// @param separator the separator that the file declares
record CsvPreamble(int lines, Optional<Character> separator) {

    private static final int DECLARATION = "sep=;".length();

    /// @param skipRows number of lines to skip; if it isn't 0, a declared separator is skipped too
    static CsvPreamble read(BufferedInputStream text, int skipRows) throws IOException {
        Optional<Character> separator = skipRows == 0 ? separator(text) : Optional.empty();
        int lines = separator.isPresent() ? 1 : skipRows;
        int read = 0;
        while (read < lines && skipLine(text)) {
            read++;
        }
        return new CsvPreamble(read, separator);
    }

    /// The dialect with the separator that the file declares, if it does.
    CsvDialect declaredIn(CsvDialect dialect, CsvFaults faults) {
        try {
            return separator.map(dialect::withSeparator).orElse(dialect);
        } catch (IllegalArgumentException e) {
            throw faults.row(
                    1, "the line declares the separator, but " + e.getMessage() + "; skip it with withSkipRows");
        }
    }

    private static Optional<Character> separator(BufferedInputStream text) throws IOException {
        text.mark(DECLARATION + 1);
        byte[] start = text.readNBytes(DECLARATION + 1);
        text.reset();
        boolean declared = start.length > DECLARATION
                && start[DECLARATION - 1] > 0
                && start[0] == 's'
                && start[1] == 'e'
                && start[2] == 'p'
                && start[3] == '='
                && (start[DECLARATION] == '\n' || start[DECLARATION] == '\r');
        return declared ? Optional.of((char) start[DECLARATION - 1]) : Optional.empty();
    }

    /// Returns false at the end of the text.
    private static boolean skipLine(BufferedInputStream text) throws IOException {
        int b = text.read();
        if (b < 0) {
            return false;
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            b = text.read();
        }
        if (b == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return true;
    }
}
