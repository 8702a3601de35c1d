import java.util.ArrayList;
import java.util.List;

final class CsvRecords {

    public static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> record = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quoted && c == '"' && line.startsWith("\"\"", i)) {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    record.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            if (quoted) {
                throw new IllegalArgumentException("a quote is open at the end of the line");
            }
            record.add(field.toString());
            records.add(record);
        }
        return records;
    }
}
