import java.util.ArrayList;
import java.util.List;

final class CsvRecords {

    public static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            List<String> record = new ArrayList<>();
            records.add(record);
            boolean more = true;
            while (more) {
                int end = at < text.length() && text.charAt(at) == '"' ? closing(text, at) + 1 : at;
                while (end < text.length() && ",\n".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                String field = text.substring(at, end);
                if (field.endsWith("\r") && text.startsWith("\n", end)) {
                    field = field.substring(0, field.length() - 1);
                }
                if (field.startsWith("\"")) {
                    field = field.substring(1, field.length() - 1).replace("\"\"", "\"");
                }
                record.add(field);
                more = end < text.length() && text.charAt(end) == ',';
                at = end + 1;
            }
        }
        return records;
    }

    /// The index of the quote that closes the one at `open`.
    private static int closing(String text, int open) {
        int quote = text.indexOf('"', open + 1);
        while (quote >= 0 && text.startsWith("\"\"", quote)) {
            quote = text.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        return quote;
    }
}
