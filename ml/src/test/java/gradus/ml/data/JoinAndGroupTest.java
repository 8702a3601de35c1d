package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JoinAndGroupTest {

    private final Table visits = Table.of(
                    "town", StringColumn.of("Ulm", "Bonn", "Ulm", "Kiel", "?").withMissing(4))
            .withColumn("nights", NumberColumn.of(2, 1, 4, 3, 5));
    private final Table towns = Table.of("town", StringColumn.of("Bonn", "Ulm", "Jena"))
            .withColumn("river", StringColumn.of("Rhine", "Danube", "Saale"));

    @Test
    void anInnerJoinKeepsTheRowsThatMatch() {
        assertThat(visits.join(towns, "town", JoinType.INNER))
                .isEqualTo(Table.of("town", StringColumn.of("Ulm", "Bonn", "Ulm"))
                        .withColumn("nights", NumberColumn.of(2, 1, 4))
                        .withColumn("river", StringColumn.of("Danube", "Rhine", "Danube")));
    }

    @Test
    void aLeftJoinKeepsUnmatchedRowsWithMissingValues() {
        assertThat(visits.join(towns, "town", JoinType.LEFT))
                .isEqualTo(visits.withColumn(
                        "river",
                        StringColumn.of("Danube", "Rhine", "Danube", "x", "x").withMissing(3, 4)));
    }

    @Test
    void aDuplicateKeyDuplicatesRows() {
        Table twice = Table.of("town", StringColumn.of("Ulm", "Ulm")).withColumn("year", NumberColumn.of(1, 2));

        assertThat(visits.join(twice, "town", JoinType.INNER).numberColumn("year"))
                .isEqualTo(NumberColumn.of(1, 2, 1, 2));
    }

    @Test
    void aLeftJoinWithAnEmptyTableGivesOnlyMissingValues() {
        Table joined = visits.join(towns.head(0), "town", JoinType.LEFT);

        assertThat(joined.rows()).isEqualTo(5);
        assertThat(joined.stringColumn("river").missingCount()).isEqualTo(5);
        assertThat(visits.head(0).join(towns, "town", JoinType.LEFT).rows()).isZero();
    }

    @Test
    void aJoinWithClashingColumnsOrDataTypesThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> visits.join(towns.withColumn("nights", NumberColumn.of(1, 2, 3)), "town", JoinType.INNER))
                .withMessage("both tables have a column \"nights\"; rename or drop one before the join");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.join(Table.of("town", NumberColumn.of(1)), "town", JoinType.INNER))
                .withMessage("key column \"town\" must have one data type in both tables, got strings on the left and "
                        + "numbers on the right");
    }

    @Test
    void groupsAreInOrderOfFirstAppearance() {
        GroupedTable groupedTable = visits.groupBy("town");

        assertThat(groupedTable).hasToString("4 groups by [town]");
        assertThat(groupedTable.size()).isEqualTo(4);
        assertThat(groupedTable.tables()).extracting(Table::rows).containsExactly(2, 1, 1, 1);
        assertThat(groupedTable.counts())
                .isEqualTo(Table.of(
                                "town",
                                StringColumn.of("Ulm", "Bonn", "Kiel", "x").withMissing(3))
                        .withColumn("count", NumberColumn.of(2, 1, 1, 1)));
    }

    @Test
    void aNumericColumnIsAggregatedByGroup() {
        Table table = Table.of("g", StringColumn.of("a", "b", "a", "c", "a"))
                .withColumn("x", NumberColumn.of(1, 5, 2, 0, 6).withMissing(3));

        Table summary = table.groupBy("g").summarise("x");

        assertThat(summary)
                .isEqualTo(Table.of("g", StringColumn.of("a", "b", "c"))
                        .withColumn("count", NumberColumn.of(3, 1, 0))
                        .withColumn("mean", NumberColumn.of(3, 5, 0).withMissing(2))
                        .withColumn("sd", NumberColumn.of(Math.sqrt(7), 0, 0).withMissing(1, 2))
                        .withColumn("min", NumberColumn.of(1, 5, 0).withMissing(2))
                        .withColumn("median", NumberColumn.of(2, 5, 0).withMissing(2))
                        .withColumn("max", NumberColumn.of(6, 5, 0).withMissing(2)));
    }

    @Test
    void aNumericColumnIsAggregatedByAFunctionOfYourOwn() {
        Table table = Table.of("g", StringColumn.of("a", "b", "a", "c", "a"))
                .withColumn("x", NumberColumn.of(1, 5, 2, 0, 6).withMissing(3));

        assertThat(table.groupBy("g")
                        .aggregate("x", "total", x -> Arrays.stream(x).sum()))
                .isEqualTo(Table.of("g", StringColumn.of("a", "b", "c"))
                        .withColumn("total", NumberColumn.of(9, 5, 0).withMissing(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.groupBy("g").aggregate("x", "log", x -> Math.log(x[0] - 5)))
                .withMessage(
                        "the result \"log\" of a group must be finite, got NaN for 3 numbers of \"x\" from row 0 on; "
                                + "change the function");
        assertThatIllegalArgumentException().isThrownBy(() -> table.groupBy("g").aggregate("x", "g", x -> x.length));
    }

    @Test
    void aKeyColumnIsNeverOverwritten() {
        Table table = Table.of("count", NumberColumn.of(7, 7)).withColumn("x", NumberColumn.of(1, 2));
        String message = "the key column \"count\" has the name of a result for each group; rename it before groupBy";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.groupBy("count").counts())
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.groupBy("count").summarise("x"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.groupBy("count", "count"))
                .withMessage("column \"count\" is selected twice; name it once");
    }

    @Test
    void groupsByTwoKeyColumnsDoNotMix() {
        Table table =
                Table.of("a", StringColumn.of("x", "x,y", "x")).withColumn("b", StringColumn.of("y,z", "z", "y,z"));

        assertThat(table.groupBy("a", "b").size()).isEqualTo(2);
        assertThat(table.head(0).groupBy("a").counts().rows()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> table.groupBy());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Table.of("mean", NumberColumn.of(1)).groupBy("mean").summarise("mean"));
    }

    @Test
    void aMissingKeyAndAnEmptyStringAreDifferentGroups() {
        Table table = Table.of("t", StringColumn.of("", "x").withMissing(1));

        assertThat(table.groupBy("t").size()).isEqualTo(2);
    }
}
