import java.util.ArrayList;
import java.util.List;

final class CsvRecords {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    public static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        String field = "";
        State state = State.FIELD_START;
        boolean begun = false;
        for (char c : marked(text)) {
            begun = true;
            if (state == State.QUOTED) {
                if (c == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else {
                    field += c;
                }
            } else if (c == '"') {
                if (state == State.QUOTE_IN_QUOTED) {
                    field += '"';
                }
                state = State.QUOTED;
            } else if (c == ',') {
                record.add(field);
                field = "";
                state = State.FIELD_START;
            } else if (c == '\n') {
                record.add(field);
                field = "";
                records.add(record);
                record = new ArrayList<>();
                state = State.FIELD_START;
                begun = false;
            } else {
                field += c;
                state = State.PLAIN;
            }
        }
        if (state == State.QUOTED) {
            throw new IllegalArgumentException("open quote");
        }
        if (begun) {
            record.add(field);
            records.add(record);
        }
        return records;
    }

    /// The text with `\n` for each `\r\n` that isn't between quotes.
    private static char[] marked(String text) {
        StringBuilder out = new StringBuilder();
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quotes++;
            }
            boolean dropped = c == '\r' && quotes % 2 == 0;
            if (!dropped) {
                out.append(c);
            }
        }
        return out.toString().toCharArray();
    }
}
