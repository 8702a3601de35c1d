package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.linalg.Matrix;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table pets = Table.of("name", StringColumn.of("Ada", "Bo", "Cy", "Di"))
            .withColumn("mass", NumberColumn.of(4, 20, 0, 3).withMissing(2))
            .withColumn("kind", StringColumn.of("cat", "dog", "cat", "cat"))
            .withColumn("tame", BooleanColumn.of(true, true, false, true))
            .withColumn("born", DateColumn.of(day(2020), day(2018), day(2024), day(2019)));

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 2);
    }

    @Test
    void aRowGivesValuesByColumnName() {
        Row bo = pets.row(1);

        assertThat(bo.getDouble("mass")).isEqualTo(20);
        assertThat(bo.getString("kind")).isEqualTo("dog");
        assertThat(bo.getString("mass")).isEqualTo("20");
        assertThat(bo.getBoolean("tame")).isTrue();
        assertThat(bo.getDate("born")).isEqualTo("2018-01-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.row(2).getDouble("mass"))
                .withMessage("\"mass\" is missing at row 2; check isMissing first, or impute it with Imputer");
    }

    @Test
    void columnsAreSelectedDroppedRenamedAndReplaced() {
        assertThat(pets.select("born", "name").columnNames()).containsExactly("born", "name");
        assertThat(pets.drop("kind", "tame").columnNames()).containsExactly("name", "mass", "born");
        assertThat(pets.rename("mass", "kg").columnNames()).containsExactly("name", "kg", "kind", "tame", "born");
        assertThat(pets.withColumn("mass", NumberColumn.of(1, 2, 3, 4))
                        .numberColumn("mass")
                        .missingCount())
                .isZero();
        assertThat(pets.numberColumn("mass").missingCount()).isEqualTo(1);
    }

    @Test
    void rowsAreFilteredAndSortedWithMissingValuesLast() {
        assertThat(names(pets.filter(row -> row.getString("kind").equals("cat"))))
                .containsExactly("Ada", "Cy", "Di");
        assertThat(names(pets.sortedBy("mass"))).containsExactly("Di", "Ada", "Bo", "Cy");
        assertThat(names(pets.sortedByDescending("mass"))).containsExactly("Bo", "Ada", "Di", "Cy");
        assertThat(names(pets.sortedBy("kind"))).containsExactly("Ada", "Cy", "Di", "Bo");
        assertThat(names(pets.sortedByDescending("tame"))).containsExactly("Ada", "Bo", "Di", "Cy");
        assertThat(names(pets.sortedBy("born"))).containsExactly("Bo", "Di", "Ada", "Cy");
        assertThat(names(pets.head(2))).containsExactly("Ada", "Bo");
        assertThat(pets.head(9)).isEqualTo(pets);
    }

    private static java.util.List<String> names(Table table) {
        return java.util.stream.IntStream.range(0, table.rows())
                .mapToObj(row -> table.row(row).getString("name"))
                .toList();
    }

    @Test
    void missingValuesPropagateToDerivedColumns() {
        Table derived = pets.derive("pounds", "mass", x -> 2 * x).derive("both", "mass", "pounds", Double::sum);

        assertThat(derived.numberColumn("pounds"))
                .isEqualTo(NumberColumn.of(8, 40, 0, 6).withMissing(2));
        assertThat(derived.numberColumn("both"))
                .isEqualTo(NumberColumn.of(12, 60, 0, 9).withMissing(2));
    }

    @Test
    void aDerivedValueThatIsNotFiniteThrowsAndNamesItsRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.derive("log", "mass", x -> Math.log(x - 20)))
                .withMessage("values of column \"log\" must be finite, got NaN for 4.0 at row 0; filter such rows out "
                        + "first, or change the function");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.derive("odd", "mass", "mass", (a, _) -> a / 0))
                .withMessageContaining("got Infinity");
    }

    @Test
    void numbersAndBooleansBecomeAMatrix() {
        assertThat(pets.selectRows(0, 1).toMatrix("mass", "tame")).isEqualTo(Matrix.of(new double[][] {{4, 1}, {20, 1}
        }));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.toMatrix("tame", "mass"))
                .withMessage("a matrix cannot hold missing values, but \"mass\" is missing at row 2; impute it with "
                        + "Imputer, or drop the row with dropMissing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.toMatrix())
                .withMessage("column \"name\" holds strings, expected numbers");
    }

    @Test
    void invalidArgumentsThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.column("masss"))
                .withMessage("no column \"masss\"; the columns are [name, mass, kind, tame, born]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.withColumn("age", NumberColumn.of(1, 2)))
                .withMessage("column \"age\" must have 4 rows, like the table, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> pets.withColumn(" ", NumberColumn.of(1, 2, 3, 4)));
        assertThat(pets.select(name -> name.contains("n")))
                .isEqualTo(pets.select(pets.columnNames().stream()
                        .filter(name -> name.contains("n"))
                        .toArray(String[]::new)));
        assertThat(pets.select(name -> name.startsWith("b")).columnNames()).containsExactly("born");
        assertThat(pets.select(_ -> false).rows()).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> pets.select("name", "name"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.rename("name", "mass"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.drop("nobody"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.booleanColumn("mass"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.stringColumn("mass"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.dateColumn("mass"));
        assertThatIllegalArgumentException().isThrownBy(() -> pets.rename("name", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pets.head(-1))
                .withMessage("count must be at least 0, got -1");
        assertThatThrownBy(() -> pets.row(4)).hasMessage("no row 4 in a table of 4 rows");
        assertThatThrownBy(() -> pets.selectRows(-1)).hasMessage("no row -1 in a table of 4 rows");
    }

    @Test
    void numbersAreFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberColumn.of(1, Double.NaN))
                .withMessage("numbers must be finite, got NaN at row 1; correct it, or pass NaN to whereNaNIsMissing "
                        + "for a missing value");
        assertThatIllegalArgumentException().isThrownBy(() -> NumberColumn.of(Double.NEGATIVE_INFINITY));
        assertThat(NumberColumn.whereNaNIsMissing(1, Double.NaN))
                .isEqualTo(NumberColumn.of(1, 7).withMissing(1));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberColumn.whereNaNIsMissing(Double.POSITIVE_INFINITY));
    }

    @Test
    void aFunctionIsAppliedToTheNumbersOfAColumn() {
        assertThat(NumberColumn.of(4, 9, 1).withMissing(1).map(Math::sqrt))
                .isEqualTo(NumberColumn.of(2, 0, 1).withMissing(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberColumn.of(4, -1).map(Math::sqrt))
                .withMessageStartingWith("numbers must be finite, got NaN at row 1");
    }

    @Test
    void severalColumnsAreAddedOrReplacedAtOnce() {
        var added = new LinkedHashMap<String, Column>();
        added.put("new", NumberColumn.of(1, 2, 3, 4));
        added.put("kind", StringColumn.of("a", "b", "c", "d"));

        assertThat(pets.withColumns(added))
                .isEqualTo(pets.withColumn("new", added.get("new")).withColumn("kind", added.get("kind")));
        assertThat(Table.empty().withColumns(added).columnNames()).containsExactly("new", "kind");
        assertThat(pets.withColumns(new LinkedHashMap<String, Column>())).isEqualTo(pets);
        added.put("short", NumberColumn.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.empty().withColumns(added))
                .withMessage("column \"short\" must have 4 rows, like the table, got 1");
    }

    @Test
    void negativeZeroEqualsZero() {
        assertThat(NumberColumn.of(-0.0)).isEqualTo(NumberColumn.of(0.0)).hasToString("[0]");
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] given = {1, 2};
        NumberColumn column = NumberColumn.of(given);
        given[0] = 9;
        column.toArray()[1] = 9;

        assertThat(column).isEqualTo(NumberColumn.of(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> column.withMissing(0).toArray());
    }

    @Test
    void everyMethodWorksWithoutRowsOrColumns() {
        Table empty = Table.empty();
        Table noRows = pets.head(0);

        assertThat(empty.rows()).isZero();
        assertThat(empty.describe().columns()).isEmpty();
        assertThat(noRows.rows()).isZero();
        assertThat(noRows.sortedBy("mass")).isEqualTo(noRows);
        assertThat(noRows.filter(_ -> true)).isEqualTo(noRows);
        assertThat(noRows.toMatrix("mass")).isEqualTo(Matrix.zeros(0, 1));
        assertThat(noRows.derive("more", "mass", x -> x).rows()).isZero();
        assertThat(empty.toMatrix().shape()).isEqualTo("(0, 0)");
    }

    @Test
    void toStringShowsTheFirstRows() {
        assertThat(pets.select("name", "mass").head(3)).hasToString("""
            name  mass
            Ada      4
            Bo      20
            Cy       -
            (3 rows, 2 columns)\
            """);
    }

    @Test
    void toStringKeepsACellOnItsLineAndCutsLongAndWideTables() {
        Table table = Table.of("text", StringColumn.of("a\r\nb\tc", "😀".repeat(60)));
        assertThat(table).hasToString("text\na↵b c\n" + "😀".repeat(49) + "…\n(2 rows, 1 columns)");

        Table wide = Table.empty();
        for (int i = 0; i < 21; i++) {
            wide = wide.withColumn("c" + i, NumberColumn.of(i));
        }
        assertThat(wide.toString().lines())
                .first()
                .isEqualTo(
                        "c0  c1  c2  c3  c4  c5  c6  c7  c8  c9  …  c11  c12  c13  c14  c15  c16  c17  c18  c19  c20");
        assertThat(wide.drop("c20").toString()).doesNotContain("…").contains("c10");
    }
}
