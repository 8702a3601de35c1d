package gradus.ml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column of texts, shape `(n)`: names, words, categories.
///
/// Each different text is kept once, and each row is the number of its text, so that a category which comes
/// a million times costs four bytes each time. An empty text is a text, and not missing.
public final class TextColumn implements Column {

    private static final int MISSING = -1;

    private final int[] codes;
    private final List<String> dictionary;
    private final int missing;

    private TextColumn(int[] codes, List<String> dictionary) {
        this.codes = codes;
        this.dictionary = dictionary;
        this.missing =
                (int) Arrays.stream(codes).filter(code -> code == MISSING).count();
    }

    /// The column of these texts. None is missing.
    public static TextColumn of(String... texts) {
        return of(List.of(texts));
    }

    /// The column of these texts. None is missing.
    public static TextColumn of(List<String> texts) {
        var builder = new Builder(texts.size());
        texts.forEach(builder::add);
        return builder.build();
    }

    /// Gathers a column row by row.
    public static final class Builder {

        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private final int[] codes;
        private int size;

        /// @param size how many rows there will be at most
        public Builder(int size) {
            this.codes = new int[size];
        }

        /// Appends a row that holds `text`.
        public void add(String text) {
            Integer code = known.get(text);
            if (code == null) {
                code = dictionary.size();
                known.put(text, code);
                dictionary.add(text);
            }
            codes[size++] = code;
        }

        /// Appends a row whose value is missing.
        public void addMissing() {
            codes[size++] = MISSING;
        }

        /// The column of the rows so far.
        public TextColumn build() {
            return new TextColumn(Arrays.copyOf(codes, size), List.copyOf(dictionary));
        }
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        requireRow(row);
        return codes[row] == MISSING;
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public String text(int row) {
        if (isMissing(row)) {
            throw new IllegalArgumentException(
                    "the value at row " + row + " is missing; ask isMissing first, or fill it in");
        }
        return dictionary.get(codes[row]);
    }

    /// The same as [#text].
    public String get(int row) {
        return text(row);
    }

    /// The different texts, sorted by their characters. O(n + c·log c) for c of them.
    public List<String> categories() {
        return Arrays.stream(codes)
                .filter(code -> code != MISSING)
                .distinct()
                .mapToObj(dictionary::get)
                .sorted()
                .toList();
    }

    @Override
    public int distinct() {
        return (int)
                Arrays.stream(codes).filter(code -> code != MISSING).distinct().count();
    }

    @Override
    public TextColumn rows(int... which) {
        int[] picked = new int[which.length];
        for (int i = 0; i < which.length; i++) {
            requireRow(which[i]);
            picked[i] = codes[which[i]];
        }
        return new TextColumn(picked, dictionary);
    }

    @Override
    public TextColumn withMissing(int... which) {
        int[] fewer = codes.clone();
        for (int row : which) {
            requireRow(row);
            fewer[row] = MISSING;
        }
        return new TextColumn(fewer, dictionary);
    }

    @Override
    public int compare(int a, int b) {
        return text(a).compareTo(text(b));
    }

    private void requireRow(int row) {
        if (row < 0 || row >= codes.length) {
            throw new IndexOutOfBoundsException("no row " + row + " in a column of " + codes.length + " rows");
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof TextColumn other && texts().equals(other.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    /// The values as in `[red, missing, blue]`.
    @Override
    public String toString() {
        return Values.listed(this);
    }

    private List<java.util.Optional<String>> texts() {
        return Arrays.stream(codes)
                .mapToObj(code -> code == MISSING
                        ? java.util.Optional.<String>empty()
                        : java.util.Optional.of(dictionary.get(code)))
                .toList();
    }
}
