package gradus.judge.sandbox;

import java.util.HashMap;
import java.util.Map;

/// Parses a table of names and numbers.
final class NumberTable {

    private NumberTable() {}

    static Map<String, Integer> parse(String table) {
        String[] words = table.strip().split("\\s+");
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < words.length; i += 2) {
            numbers.put(words[i], Integer.parseInt(words[i + 1]));
        }
        return Map.copyOf(numbers);
    }
}
