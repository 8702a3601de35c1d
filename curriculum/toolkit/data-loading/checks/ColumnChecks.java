package gradus.checks.data_loading;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.DataQuality;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.property.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Fields as numbers, and how often values occur.
class ColumnChecks {

    private static final Gen<String> FIELDS = Gen.oneOf(
            "1", "", "NA", "-2.5", "0", "?", " 3 ", "1e3", "N/A", ".5", "null", " NA ", "NaN", "007", " ", "39.1");

    @Test
    @DisplayName("every way to say that a value is missing gives NaN")
    @Clause("missing")
    void missingFields() {
        forAll(Gen.oneOf("", "NA", "?", "NaN", "null", "  ", " NA ", "n/a", "<NA>"))
                .check(field -> calling(
                                () -> "numbers(List.of(\"" + field + "\"))", () -> DataQuality.numbers(List.of(field)))
                        .gives(new double[] {Double.NaN}, "isMissing(\"" + field + "\") is true"));
    }

    @Test
    @DisplayName("a column of any fields gives a number or NaN for each, in order")
    @Clause({"number", "missing", "unchanged"})
    void columnsOfAnyLength() {
        forAll(Gen.lists(FIELDS, 0, 12)).check(drawn -> {
            List<String> fields = new ArrayList<>(drawn);
            double[] expected = new double[fields.size()];
            for (int i = 0; i < expected.length; i++) {
                String field = fields.get(i).strip();
                boolean missing = List.of("", "NA", "?", "N/A", "null", "NaN").contains(field);
                expected[i] = missing ? Double.NaN : Double.parseDouble(field);
            }
            calling(() -> "numbers(" + quoted(fields) + ")", () -> DataQuality.numbers(fields))
                    .gives(expected, "each field gives its number, and a missing one NaN");
            Expect.that(
                    fields.equals(drawn),
                    () -> "the list after numbers(fields)",
                    drawn.toString(),
                    fields,
                    "it's yours to read");
        });
    }

    @Test
    @DisplayName("a text that is neither a number nor missing is refused, and the message has it")
    @Clause("not-a-number")
    void otherTexts() {
        Gen<String> texts = Gen.oneOf("39,1", "thirty", ".", "39.1mm", "12d", "1 2", "MALE", "0x1p3");
        forAll(Gen.pairs(texts, Gen.lists(FIELDS, 0, 3))).check(drawn -> {
            List<String> fields = new ArrayList<>(drawn.second());
            fields.add(drawn.first());
            fields.addAll(drawn.second());
            calling(() -> "numbers(" + quoted(fields) + ")", () -> says(fields, drawn.first()))
                    .gives("an IllegalArgumentException with " + drawn.first(), "somebody has to look at that field");
        });
    }

    /// What happens, in words: `failsSaying` takes words apart at a comma.
    private static String says(List<String> fields, String field) {
        try {
            DataQuality.numbers(fields);
            return "no exception";
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            // The one that Double.parseDouble throws has the text too, but not on purpose for every text.
            return "an IllegalArgumentException " + (message.contains(field) ? "with " + field : "without " + field);
        }
    }

    @Test
    @DisplayName("counts lists values in the order of their first occurrence")
    @Clause({"first-occurrence", "counts"})
    void theOrderOfFirstOccurrence() {
        calling(
                        "counts(List.of(\"e\", \"b\", \"z\", \"b\", \"a\", \"aa\", \"e\", \"b\"))",
                        () -> entries(DataQuality.counts(List.of("e", "b", "z", "b", "a", "aa", "e", "b"))))
                .gives("[e=2, b=3, z=1, a=1, aa=1]", "e is the first value, and b the next");
        calling("counts(List.of())", () -> entries(DataQuality.counts(List.of())))
                .gives("[]", "there is no value");
    }

    @Test
    @DisplayName("counts counts whole rows, too, and tells lower from upper case")
    @Clause("counts")
    void rowsAreValues() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("a,b"), List.of("a", "b"), List.of("A", "b"));
        calling("counts of the rows " + rows, () -> entries(DataQuality.counts(rows)))
                .gives("[[a, b]=2, [a,b]=1, [A, b]=1]", "two lists are equal if their elements are, in order");
    }

    @Test
    @DisplayName("counts of any values: one for each distinct value, and together as many as values")
    @Clause({"counts", "first-occurrence", "unchanged"})
    void anyValues() {
        forAll(Gen.lists(Gen.ints(-300, 300).map(n -> n % 7 == 0 ? 1000 : n / 40), 0, 20))
                .check(drawn -> {
                    List<Integer> values = new ArrayList<>(drawn);
                    List<String> expected = new ArrayList<>();
                    List<Integer> seen = new ArrayList<>();
                    for (Integer value : drawn) {
                        if (!seen.contains(value)) {
                            seen.add(value);
                            expected.add(value + "="
                                    + drawn.stream().filter(value::equals).count());
                        }
                    }
                    calling(() -> "counts(" + drawn + ")", () -> entries(DataQuality.counts(values)))
                            .gives(expected.toString(), "these are the values, with how often each occurs");
                    Expect.that(
                            values.equals(drawn),
                            () -> "the list after counts(values)",
                            drawn.toString(),
                            values,
                            "it's yours to read");
                });
    }

    private static String entries(Map<?, Integer> counts) {
        return List.copyOf(counts.entrySet()).toString();
    }

    private static String quoted(List<String> fields) {
        return fields.stream().map(field -> "\"" + field + "\"").toList().toString();
    }
}
