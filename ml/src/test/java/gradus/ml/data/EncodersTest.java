package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EncodersTest {

    private static Table table(String fixture) {
        double[][] rows = Fixture.rows("encoders.txt", fixture);
        Table table = Table.empty();
        for (int column = 0; column < rows[0].length; column++) {
            int at = column;
            table = table.with(
                    "c" + column,
                    NumberColumn.of(java.util.Arrays.stream(rows)
                            .mapToDouble(row -> row[at])
                            .toArray()));
        }
        return table;
    }

    private static void assertAgrees(Encoder encoder, String fixture) {
        double[] encoded =
                encoder.fit(table("train")).transform(table("test")).matrix().values();
        assertThat(encoded).containsExactly(table(fixture).matrix().values(), within(1e-12));
    }

    @Test
    void valuesAreThoseOfScikitLearn() {
        assertAgrees(new Standardise(), "standardised");
        assertAgrees(new MinMax(), "min-max");
        assertAgrees(new Polynomial(3), "polynomial");
    }

    @Test
    void standardisedRowsToTrainOnHaveMeanZeroAndDeviationOne() {
        Table encoded = new Standardise().fit(table("train")).transform(table("train"));
        for (String name : encoded.names()) {
            double[] x = encoded.numbers(name).toArray();
            assertThat(Sample.mean(x)).isEqualTo(0, within(1e-15));
            assertThat(Sample.deviation(x, 0)).isEqualTo(1, within(1e-15));
        }
    }

    @Test
    void aConstantColumnBecomesZero() {
        Table constant = Table.of("a", NumberColumn.of(0.1, 0.1, 0.1)).with("b", NumberColumn.of(1e300, 1e300, 1e300));
        for (Encoder encoder : new Encoder[] {new Standardise(), new MinMax()}) {
            Table encoded = encoder.fit(constant).transform(constant);
            for (double value : encoded.matrix().values()) {
                assertThat(value).isEqualTo(0, within(1e-15));
            }
            Encoder.Fitted one = encoder.fit(constant.head(1));
            assertThat(one.transform(constant).numbers("a")).isEqualTo(NumberColumn.of(0, 0, 0));
        }
    }

    @Test
    void numbersAtTheEdgeOfTheRangeAreScaled() {
        Table wide = Table.of("a", NumberColumn.of(-1.7e308, 1.7e308));

        assertThat(new Standardise().fit(wide).transform(wide).numbers("a")).isEqualTo(NumberColumn.of(-1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinMax().fit(wide))
                .withMessage("the numbers in \"a\" lie too far apart for a double; divide them first");
    }

    @Test
    void whatIsMissingCountsForNothingAndStaysMissing() {
        Table gaps = Table.of("a", NumberColumn.of(1, 99, 3).withMissing(1));

        assertThat(new Standardise().fit(gaps).transform(gaps).column("a"))
                .isEqualTo(NumberColumn.of(-1, 0, 1).withMissing(1));
        assertThat(new MinMax().fit(gaps).transform(gaps).column("a"))
                .isEqualTo(NumberColumn.of(0, 0, 1).withMissing(1));
    }

    @Test
    void aColumnWithoutValuesTeachesNothing() {
        Table none = Table.of("a", NumberColumn.of(1, 2).withMissing(0, 1))
                .with("t", TextColumn.of("x", "y").withMissing(0, 1));
        for (Encoder encoder : new Encoder[] {
            new Standardise(),
            new MinMax(),
            Impute.mean(),
            Impute.median("a"),
            Impute.mostFrequent("a"),
            Impute.mostFrequent("t")
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encoder.fit(none))
                    .withMessageContaining(
                            "has no value to learn from in 2 rows; leave it out, or fill it with a constant");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new OneHot("t").fit(none));
        assertThat(Impute.constant(3).fit(none).transform(none).column("a")).isEqualTo(NumberColumn.of(3, 3));
        assertThat(Impute.constant("?").fit(none).transform(none).column("t")).isEqualTo(TextColumn.of("?", "?"));
    }

    private final Table colours =
            Table.of("id", NumberColumn.of(1, 2, 3)).with("c", TextColumn.of("red", "blue", "red"));
    private final Table unknown = Table.of("id", NumberColumn.of(9)).with("c", TextColumn.of("green"));

    @Test
    void eachCategoryHasAColumn() {
        assertThat(new OneHot("c").fit(colours).transform(colours))
                .isEqualTo(Table.of("id", NumberColumn.of(1, 2, 3))
                        .with("c=blue", NumberColumn.of(0, 1, 0))
                        .with("c=red", NumberColumn.of(1, 0, 1)));
        assertThat(new OneHot("c")
                        .droppingFirst()
                        .fit(colours)
                        .transform(colours)
                        .names())
                .containsExactly("id", "c=red");
    }

    @Test
    void anUnknownCategoryIsTreatedAsChosen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHot("c").fit(colours).transform(unknown))
                .withMessage(
                        "\"c\" is \"green\" at row 0, which none of the rows to train on is; those are [blue, red]; "
                                + "choose what is done with an unknown category");
        assertThat(new OneHot("c").with(OneHot.Unknown.ZEROS).fit(colours).transform(unknown))
                .isEqualTo(Table.of("id", NumberColumn.of(9))
                        .with("c=blue", NumberColumn.of(0))
                        .with("c=red", NumberColumn.of(0)));
        assertThat(new OneHot("c")
                        .with(OneHot.Unknown.OWN_COLUMN)
                        .fit(colours)
                        .transform(unknown)
                        .numbers("c=?"))
                .isEqualTo(NumberColumn.of(1));
    }

    @Test
    void aMissingCategoryIsRefusedUntilItIsFilledIn() {
        Table gap = colours.with("c", colours.texts("c").withMissing(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHot("c").fit(colours).transform(gap))
                .withMessage("\"c\" is missing at row 0; fill it in with Impute before OneHot");
        assertThat(Recipe.of(Impute.constant("unsaid"), new OneHot()).fit(gap).features())
                .containsExactly("id", "c=blue", "c=red", "c=unsaid");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        Table taken = colours.with("c=red", NumberColumn.of(0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHot("c").fit(taken).transform(taken))
                .withMessage("an encoder makes a column \"c=red\", but there is one already; rename that");
    }

    @Test
    void ordersAreGivenAndNotGuessed() {
        Table sizes = Table.of("s", TextColumn.of("large", "small", "?").withMissing(2));

        assertThat(new Ordinal("s", "small", "medium", "large")
                        .fit(sizes)
                        .transform(sizes)
                        .column("s"))
                .isEqualTo(NumberColumn.of(2, 0, 0).withMissing(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ordinal("s", "small").fit(sizes))
                .withMessage("\"s\" is \"large\" at row 0, which is not in the order [small]; add it there");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ordinal("s", "a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ordinal("s"));
    }

    @Test
    void gapsAreFilledWithWhatTheRowsToTrainOnSay() {
        Table train = Table.of("x", NumberColumn.of(1, 2, 9, 0).withMissing(3))
                .with("t", TextColumn.of("b", "a", "b", "a"))
                .with("f", FlagColumn.of(true, true, false, true))
                .with(
                        "d",
                        DateColumn.of(LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.MIN.plusYears(1), LocalDate.EPOCH));
        int[] all = {0, 1, 2, 3};
        Table gaps = train.with("x", train.numbers("x").withMissing(all))
                .with("t", train.texts("t").withMissing(all))
                .with("f", train.flags("f").withMissing(all))
                .with("d", train.dates("d").withMissing(all))
                .head(1);

        assertThat(Impute.mean().fit(train).transform(gaps).column("x")).isEqualTo(NumberColumn.of(4));
        assertThat(Impute.median().fit(train).transform(gaps).column("x")).isEqualTo(NumberColumn.of(2));
        assertThat(Impute.mostFrequent().fit(train).transform(gaps))
                .isEqualTo(Table.of("x", NumberColumn.of(1))
                        .with("t", TextColumn.of("a"))
                        .with("f", FlagColumn.of(true))
                        .with("d", DateColumn.of(LocalDate.EPOCH)));
        assertThat(Impute.constant(-1).withFlag().fit(train).transform(train).flags("x missing"))
                .isEqualTo(FlagColumn.of(false, false, false, true));
        assertThatIllegalArgumentException().isThrownBy(() -> Impute.mean("t").fit(train));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Impute.constant("?", "x").fit(train));
    }

    @Test
    void productsAreCalledByTheirFactors() {
        Table table =
                Table.of("a", NumberColumn.of(2)).with("b", NumberColumn.of(3)).with("c", NumberColumn.of(5));

        assertThat(new Polynomial(2, "a", "c").fit(table).transform(table).names())
                .containsExactly("a", "b", "c", "a^2", "a*c", "c^2");
        assertThat(new Polynomial(3, "a", "b").fit(table).transform(table).numbers("a^2*b"))
                .isEqualTo(NumberColumn.of(12));
        assertThatIllegalArgumentException().isThrownBy(() -> new Polynomial(1, "a"));
    }
}
