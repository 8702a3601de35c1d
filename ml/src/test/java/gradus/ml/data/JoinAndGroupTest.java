package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JoinAndGroupTest {

    private final Table visits = Table.of(
                    "town", TextColumn.of("Ulm", "Bonn", "Ulm", "Kiel", "?").withMissing(4))
            .with("nights", NumberColumn.of(2, 1, 4, 3, 5));
    private final Table towns = Table.of("town", TextColumn.of("Bonn", "Ulm", "Jena"))
            .with("river", TextColumn.of("Rhine", "Danube", "Saale"));

    @Test
    void anInnerJoinKeepsTheRowsThatMatch() {
        assertThat(visits.join(towns, "town", Join.INNER))
                .isEqualTo(Table.of("town", TextColumn.of("Ulm", "Bonn", "Ulm"))
                        .with("nights", NumberColumn.of(2, 1, 4))
                        .with("river", TextColumn.of("Danube", "Rhine", "Danube")));
    }

    @Test
    void aLeftJoinKeepsTheOthersWithGaps() {
        assertThat(visits.join(towns, "town", Join.LEFT))
                .isEqualTo(visits.with(
                        "river",
                        TextColumn.of("Danube", "Rhine", "Danube", "x", "x").withMissing(3, 4)));
    }

    @Test
    void aKeyThatComesTwiceDoublesRows() {
        Table twice = Table.of("town", TextColumn.of("Ulm", "Ulm")).with("year", NumberColumn.of(1, 2));

        assertThat(visits.join(twice, "town", Join.INNER).numbers("year")).isEqualTo(NumberColumn.of(1, 2, 1, 2));
    }

    @Test
    void aLeftJoinWithAnEmptyTableLeavesGapsOnly() {
        Table joined = visits.join(towns.head(0), "town", Join.LEFT);

        assertThat(joined.rows()).isEqualTo(5);
        assertThat(joined.texts("river").missing()).isEqualTo(5);
        assertThat(visits.head(0).join(towns, "town", Join.LEFT).rows()).isZero();
    }

    @Test
    void aJoinThatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.join(towns.with("nights", NumberColumn.of(1, 2, 3)), "town", Join.INNER))
                .withMessage("both tables have a column \"nights\"; rename or leave out one before the join");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.join(Table.of("town", NumberColumn.of(1)), "town", Join.INNER))
                .withMessage(
                        "the key \"town\" holds text on the left and numbers on the right; give both the same kind");
    }

    @Test
    void groupsStandInTheOrderOfTheirFirstRows() {
        Groups groups = visits.groupBy("town");

        assertThat(groups.size()).isEqualTo(4);
        assertThat(groups.tables()).extracting(Table::rows).containsExactly(2, 1, 1, 1);
        assertThat(groups.counts())
                .isEqualTo(Table.of(
                                "town",
                                TextColumn.of("Ulm", "Bonn", "Kiel", "x").withMissing(3))
                        .with("count", NumberColumn.of(2, 1, 1, 1)));
    }

    @Test
    void numbersAreSummarisedByGroup() {
        Table table = Table.of("g", TextColumn.of("a", "b", "a", "c", "a"))
                .with("x", NumberColumn.of(1, 5, 2, 0, 6).withMissing(3));

        Table summary = table.groupBy("g").summarise("x");

        assertThat(summary)
                .isEqualTo(Table.of("g", TextColumn.of("a", "b", "c"))
                        .with("count", NumberColumn.of(3, 1, 0))
                        .with("mean", NumberColumn.of(3, 5, 0).withMissing(2))
                        .with("sd", NumberColumn.of(Math.sqrt(7), 0, 0).withMissing(1, 2))
                        .with("min", NumberColumn.of(1, 5, 0).withMissing(2))
                        .with("median", NumberColumn.of(2, 5, 0).withMissing(2))
                        .with("max", NumberColumn.of(6, 5, 0).withMissing(2)));
    }

    @Test
    void groupsByTwoColumnsDoNotMix() {
        Table table = Table.of("a", TextColumn.of("x", "x,y", "x")).with("b", TextColumn.of("y,z", "z", "y,z"));

        assertThat(table.groupBy("a", "b").size()).isEqualTo(2);
        assertThat(table.head(0).groupBy("a").counts().rows()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> table.groupBy());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Table.of("mean", NumberColumn.of(1)).groupBy("mean").summarise("mean"));
    }

    @Test
    void aMissingValueIsNotTheGroupOfAnEmptyText() {
        Table table = Table.of("t", TextColumn.of("", "x").withMissing(1));

        assertThat(table.groupBy("t").size()).isEqualTo(2);
    }
}
