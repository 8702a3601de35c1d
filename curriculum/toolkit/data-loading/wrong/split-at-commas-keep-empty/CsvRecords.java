import java.util.ArrayList;
import java.util.List;

final class CsvRecords {

    public static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> record = new ArrayList<>();
            for (String field : line.split(",", -1)) {
                record.add(field.replace("\"", ""));
            }
            records.add(record);
        }
        return records;
    }
}
