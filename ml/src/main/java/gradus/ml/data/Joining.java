package gradus.ml.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A hash join: the rows of one table are looked up, those of the other are walked through.
final class Joining {

    private Joining() {}

    static Table of(Table left, Table right, String key, Join join) {
        Column walked = left.column(key);
        Column looked = right.column(key);
        if (walked.kind() != looked.kind()) {
            throw new IllegalArgumentException("the key \"" + key + "\" holds " + walked.kind() + " on the left and "
                    + looked.kind() + " on the right; give both the same kind");
        }
        Map<String, List<Integer>> found = new HashMap<>();
        for (int row = 0; row < looked.size(); row++) {
            if (!looked.isMissing(row)) {
                found.computeIfAbsent(looked.text(row), _ -> new ArrayList<>()).add(row);
            }
        }
        List<Integer> lefts = new ArrayList<>();
        List<Integer> rights = new ArrayList<>();
        for (int row = 0; row < walked.size(); row++) {
            List<Integer> matches = walked.isMissing(row) ? List.of() : found.getOrDefault(walked.text(row), List.of());
            for (int match : matches) {
                lefts.add(row);
                rights.add(match);
            }
            if (matches.isEmpty() && join == Join.LEFT) {
                lefts.add(row);
                rights.add(NONE);
            }
        }
        return beside(left.rows(array(lefts)), right.without(key), array(rights));
    }

    private static final int NONE = -1;

    private static Table beside(Table joined, Table right, int[] rows) {
        int[] unmatched =
                IntStream.range(0, rows.length).filter(i -> rows[i] == NONE).toArray();
        for (String name : right.names()) {
            if (joined.has(name)) {
                throw new IllegalArgumentException(
                        "both tables have a column \"" + name + "\"; rename or leave out one before the join");
            }
            joined = joined.with(name, picked(right.column(name), rows, unmatched));
        }
        return joined;
    }

    private static Column picked(Column column, int[] rows, int[] unmatched) {
        if (column.size() == 0) {
            return allMissing(column, rows.length);
        }
        int[] somewhere = IntStream.of(rows).map(row -> Math.max(row, 0)).toArray();
        return column.rows(somewhere).withMissing(unmatched);
    }

    /// A table without rows has no row to stand in for those that match nothing.
    private static Column allMissing(Column column, int size) {
        int[] every = IntStream.range(0, size).toArray();
        return switch (column) {
            case NumberColumn _ -> NumberColumn.of(new double[size]).withMissing(every);
            case TextColumn _ ->
                TextColumn.of(java.util.Collections.nCopies(size, "")).withMissing(every);
            case FlagColumn _ -> FlagColumn.of(new boolean[size]).withMissing(every);
            case DateColumn _ ->
                DateColumn.ofEpochDays(new long[size]).withMissing(every);
        };
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
