package gradus.checks.data_loading;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.data.DataQuality;
import gradus.ml.data.DataQuality.Defect;
import gradus.ml.data.DataQuality.Kind;
import gradus.ml.data.io.CsvRecords;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.DataFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real rows: penguins.
class PenguinDefectsChecks {

    private static final int TABLES = 10;
    private static final int KILOGRAMS = 20;
    private static final int BEAK = 2;
    private static final int DEPTH = 3;
    private static final int MASS = 5;

    @Test
    @DisplayName("the mean mass of 342 penguins is 4201.8 g; two that weren't weighed don't count as 0 g")
    @Clause({"missing", "number"})
    void theMeanMass() {
        List<List<String>> records = CsvRecords.split(DataFiles.text("penguins", "penguins.csv"));
        List<String> masses =
                records.stream().skip(1).map(record -> record.get(MASS)).toList();
        calling("the mean of the masses, in g, without missing values", () -> {
                    double sum = 0;
                    int count = 0;
                    for (double mass : DataQuality.numbers(masses)) {
                        if (!Double.isNaN(mass)) {
                            sum += mass;
                            count++;
                        }
                    }
                    return sum / count;
                })
                .within(1e-6, 0)
                .gives(4201.754386, "342 penguins were weighed, and no penguin weighs 0 g");
    }

    @Test
    @DisplayName("in a table that many courses use, your code finds the penguin whose sex is a dot")
    @Clause({"counts", "missing", "outliers"})
    void theDot() {
        List<List<String>> records = CsvRecords.split(DataFiles.text("penguins", "penguins.csv"));
        calling(
                        "the defects of penguins.csv, without the missing values",
                        () -> DataQuality.defects(records).stream()
                                .filter(defect -> defect.kind() != Kind.MISSING_VALUE)
                                .map(Defect::toString)
                                .toList())
                .gives(List.of("rare label: \".\" in sex, row 336"), "every other sex is MALE, FEMALE or missing");
        calling(
                        "the number of its missing values",
                        () -> DataQuality.defects(records).stream()
                                .filter(defect -> defect.kind() == Kind.MISSING_VALUE)
                                .count())
                .gives(18L, "two penguins lack four measurements each, and ten have no sex");
    }

    /// The gate. The reference finds all six in 50 of 50 tables, with no alarm in the clean table.
    @Test
    @DisplayName("your code finds all six kinds of planted defect, and none in the clean table")
    @Clause({"quotes", "missing", "counts", "outliers"})
    void findsEveryPlantedDefect() {
        List<List<String>> clean = clean();
        Metric.of("false alarms in the clean table of " + (clean.size() - 1) + " penguins", () -> (double)
                        DataQuality.defects(CsvRecords.split(text(clean))).size())
                .atMost(0, "nothing is wrong with it");
        var random = new Random(Metric.seed(7));
        double found = Metric.of("kinds of planted defect found, of six, in the worst of " + TABLES + " tables", () -> {
                    int worst = Kind.values().length;
                    for (int table = 0; table < TABLES; table++) {
                        Planted planted = plant(clean, random);
                        worst = Math.min(worst, planted.found(DataQuality.defects(CsvRecords.split(planted.text))));
                    }
                    return (double) worst;
                })
                .atLeast(5.5, "each kind is found where it was planted, and nothing else is reported");
        IO.println(String.format(
                Locale.ROOT,
                "Your code found %.0f of 6 kinds of defect in each of %d tables, and gave no false alarm.",
                found,
                TABLES));
    }

    /// The header, and the penguins about whom everything is known.
    private static List<List<String>> clean() {
        return DataFiles.lines("penguins", "penguins.csv").stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(fields -> !fields.contains("") && !fields.contains("."))
                .toList();
    }

    /// A table with defects, and what `defects` should say about each kind.
    private record Planted(String text, List<Set<String>> expected) {

        /// Of how many kinds exactly the planted defects are reported.
        int found(List<Defect> reported) {
            int found = 0;
            for (Kind kind : Kind.values()) {
                Set<String> got = reported.stream()
                        .filter(defect -> defect.kind() == kind)
                        .map(defect -> defect.column() + " " + defect.row())
                        .collect(Collectors.toCollection(TreeSet::new));
                found += got.equals(expected.get(kind.ordinal())) ? 1 : 0;
            }
            return found;
        }
    }

    /// Defects in different rows: a decimal comma, a misspelt species, two missing depths, twenty masses in
    /// kilograms; then a stage that is the same for all, as in the raw file of the study, and two rows twice.
    private static Planted plant(List<List<String>> clean, Random random) {
        List<List<String>> rows = new ArrayList<>();
        clean.stream().skip(1).forEach(row -> rows.add(new ArrayList<>(row)));
        int n = rows.size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(random.nextInt(i + 1), i);
        }
        List<Set<String>> expected = new ArrayList<>();
        for (Kind _ : Kind.values()) {
            expected.add(new TreeSet<>());
        }
        List<String> mixed = rows.get(order.get(0));
        mixed.set(BEAK, mixed.get(BEAK).contains(".") ? mixed.get(BEAK).replace('.', ',') : mixed.get(BEAK) + ",0");
        expected.get(Kind.TYPE_MIX.ordinal()).add("beak_length_mm " + order.get(0));
        List<String> misspelt = rows.get(order.get(1));
        String species = misspelt.get(0);
        misspelt.set(0, species.substring(0, 2) + species.charAt(3) + species.charAt(2) + species.substring(4));
        expected.get(Kind.RARE_LABEL.ordinal()).add("species " + order.get(1));
        for (int i = 2; i < 4; i++) {
            rows.get(order.get(i)).set(DEPTH, i == 2 ? "" : "NA");
            expected.get(Kind.MISSING_VALUE.ordinal()).add("beak_depth_mm " + order.get(i));
        }
        for (int i = 4; i < 4 + KILOGRAMS; i++) {
            List<String> row = rows.get(order.get(i));
            row.set(MASS, Double.toString(Double.parseDouble(row.get(MASS)) / 1000));
            expected.get(Kind.OUTLIER.ordinal()).add("body_mass_g " + order.get(i));
        }
        for (int i = 0; i < 2; i++) {
            rows.add(new ArrayList<>(rows.get(order.get(4 + KILOGRAMS + i))));
            expected.get(Kind.DUPLICATE_ROW.ordinal()).add(" " + (n + i));
        }
        expected.get(Kind.CONSTANT_COLUMN.ordinal()).add("stage -1");
        List<List<String>> table = new ArrayList<>();
        table.add(new ArrayList<>(clean.getFirst()));
        table.addAll(rows);
        for (int i = 0; i < table.size(); i++) {
            table.get(i).add(i == 0 ? "stage" : "Adult, 1 Egg Stage");
        }
        return new Planted(text(table), expected);
    }

    /// The table as text; a field with a comma is quoted.
    private static String text(List<List<String>> table) {
        return table.stream()
                .map(row -> row.stream()
                                .map(field -> field.contains(",") ? "\"" + field + "\"" : field)
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining());
    }
}
