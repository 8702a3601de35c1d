import java.util.ArrayList;
import java.util.List;

final class CsvRecords {

    public static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        if (text.isEmpty()) {
            return records;
        }
        for (String line : text.split("\\r?\\n")) {
            records.add(List.of(line.split(",")));
        }
        return records;
    }
}
