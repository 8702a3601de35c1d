package gradus.ml.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.DateColumn;
import gradus.ml.data.Fixture;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import gradus.ml.numbers.SampleStatistics;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PreprocessorsTest {

    private static Table table(String fixture) {
        double[][] rows = Fixture.rows("encoders.txt", fixture);
        Table table = Table.empty();
        for (int column = 0; column < rows[0].length; column++) {
            int at = column;
            table = table.withColumn(
                    "c" + column,
                    NumberColumn.of(java.util.Arrays.stream(rows)
                            .mapToDouble(row -> row[at])
                            .toArray()));
        }
        return table;
    }

    private static void assertAgrees(Preprocessor preprocessor, String fixture) {
        double[] transformed = preprocessor
                .fit(table("train"))
                .transform(table("test"))
                .toMatrix()
                .flatten();
        assertThat(transformed).containsExactly(table(fixture).toMatrix().flatten(), within(1e-12));
    }

    @Test
    void valuesAgreeWithScikitLearn() {
        assertAgrees(new StandardScaler(), "standardised");
        assertAgrees(new MinMaxScaler(), "min-max");
        assertAgrees(new PolynomialFeatures(3), "polynomial");
    }

    @Test
    void aStandardisedTrainingSetHasMeanZeroAndStandardDeviationOne() {
        Table transformed = new StandardScaler().fit(table("train")).transform(table("train"));
        for (String name : transformed.columnNames()) {
            double[] x = transformed.numberColumn(name).toArray();
            assertThat(SampleStatistics.mean(x)).isEqualTo(0, within(1e-15));
            assertThat(SampleStatistics.standardDeviation(x, 0)).isEqualTo(1, within(1e-15));
        }
    }

    @Test
    void aConstantColumnBecomesZero() {
        Table constant =
                Table.of("a", NumberColumn.of(0.1, 0.1, 0.1)).withColumn("b", NumberColumn.of(1e300, 1e300, 1e300));
        for (Preprocessor preprocessor : new Preprocessor[] {new StandardScaler(), new MinMaxScaler()}) {
            Table transformed = preprocessor.fit(constant).transform(constant);
            for (double value : transformed.toMatrix().flatten()) {
                assertThat(value).isEqualTo(0, within(1e-15));
            }
            Preprocessor.Fitted one = preprocessor.fit(constant.head(1));
            assertThat(one.transform(constant).numberColumn("a")).isEqualTo(NumberColumn.of(0, 0, 0));
        }
    }

    @Test
    void numbersNearTheDoubleRangeAreScaled() {
        Table wide = Table.of("a", NumberColumn.of(-1.7e308, 1.7e308));

        assertThat(new StandardScaler().fit(wide).transform(wide).numberColumn("a"))
                .isEqualTo(NumberColumn.of(-1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinMaxScaler().fit(wide))
                .withMessage("the range of \"a\" (maximum minus minimum) overflows; divide the column by a constant "
                        + "first");
    }

    @Test
    void theSmallestDifferencesAreScaled() {
        Table tiny = Table.of("a", NumberColumn.of(0, Double.MIN_VALUE, 2 * Double.MIN_VALUE));

        assertThat(new MinMaxScaler().fit(tiny).transform(tiny).column("a")).isEqualTo(NumberColumn.of(0, 0.5, 1));
    }

    @Test
    void aScaledValueThatOverflowsThrows() {
        Table narrow = Table.of("a", NumberColumn.of(0, 1e-10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinMaxScaler().fit(narrow).transform(Table.of("a", NumberColumn.of(1e300))))
                .withMessage("\"a\" is 1.0E300, which overflows when it is scaled by 1.0E-10 as in the training set; "
                        + "remove such outliers first");
    }

    @Test
    void missingValuesAreIgnoredAndStayMissing() {
        Table gaps = Table.of("a", NumberColumn.of(1, 99, 3).withMissing(1));

        assertThat(new StandardScaler().fit(gaps).transform(gaps).column("a"))
                .isEqualTo(NumberColumn.of(-1, 0, 1).withMissing(1));
        assertThat(new MinMaxScaler().fit(gaps).transform(gaps).column("a"))
                .isEqualTo(NumberColumn.of(0, 0, 1).withMissing(1));
    }

    @Test
    void fittingAColumnOfMissingValuesThrows() {
        Table missing = Table.of("a", NumberColumn.of(1, 2).withMissing(0, 1))
                .withColumn("t", StringColumn.of("x", "y").withMissing(0, 1));
        for (Preprocessor preprocessor : new Preprocessor[] {
            new StandardScaler(),
            new MinMaxScaler(),
            Imputer.mean(),
            Imputer.median("a"),
            Imputer.mostFrequent("a"),
            Imputer.mostFrequent("t")
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> preprocessor.fit(missing))
                    .withMessageContaining(
                            "has no value in the 2 rows of the training set; drop it, or impute a constant");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new OneHotEncoder("t").fit(missing));
        assertThat(Imputer.constant(3).fit(missing).transform(missing).column("a"))
                .isEqualTo(NumberColumn.of(3, 3));
        assertThat(Imputer.constant("?").fit(missing).transform(missing).column("t"))
                .isEqualTo(StringColumn.of("?", "?"));
    }

    @Test
    void aFillValueIsFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imputer.constant(Double.POSITIVE_INFINITY))
                .withMessage("the fill value must be a finite number, got Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> Imputer.constant(Double.NaN));
    }

    @Test
    void ordinalCategoriesFollowTheGivenOrder() {
        Table sizes = Table.of("s", StringColumn.of("large", "small", "?").withMissing(2));

        assertThat(new OrdinalEncoder("s", "small", "medium", "large")
                        .fit(sizes)
                        .transform(sizes)
                        .column("s"))
                .isEqualTo(NumberColumn.of(2, 0, 0).withMissing(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrdinalEncoder("s", "small").fit(sizes))
                .withMessage("\"s\" is \"large\" at row 0, an unknown category; the categories are [small]; add it to "
                        + "them");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrdinalEncoder("s", "a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrdinalEncoder("s"));
    }

    @Test
    void missingValuesAreImputedFromTheTrainingSet() {
        Table train = Table.of("x", NumberColumn.of(1, 2, 9, 0).withMissing(3))
                .withColumn("t", StringColumn.of("b", "a", "b", "a"))
                .withColumn("f", BooleanColumn.of(true, true, false, true))
                .withColumn(
                        "d",
                        DateColumn.of(LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.MIN.plusYears(1), LocalDate.EPOCH));
        int[] all = {0, 1, 2, 3};
        Table gaps = train.withColumn("x", train.numberColumn("x").withMissing(all))
                .withColumn("t", train.stringColumn("t").withMissing(all))
                .withColumn("f", train.booleanColumn("f").withMissing(all))
                .withColumn("d", train.dateColumn("d").withMissing(all))
                .head(1);

        assertThat(Imputer.mean().fit(train).transform(gaps).column("x")).isEqualTo(NumberColumn.of(4));
        assertThat(Imputer.median().fit(train).transform(gaps).column("x")).isEqualTo(NumberColumn.of(2));
        assertThat(Imputer.mostFrequent().fit(train).transform(gaps))
                .isEqualTo(Table.of("x", NumberColumn.of(1))
                        .withColumn("t", StringColumn.of("a"))
                        .withColumn("f", BooleanColumn.of(true))
                        .withColumn("d", DateColumn.of(LocalDate.EPOCH)));
        assertThat(Imputer.constant(-1)
                        .withIndicator()
                        .fit(train)
                        .transform(train)
                        .booleanColumn("x missing"))
                .isEqualTo(BooleanColumn.of(false, false, false, true));
        assertThatIllegalArgumentException().isThrownBy(() -> Imputer.mean("t").fit(train));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imputer.constant("?", "x").fit(train));
    }

    @Test
    void productsAreNamedAfterTheirFactors() {
        Table table = Table.of("a", NumberColumn.of(2))
                .withColumn("b", NumberColumn.of(3))
                .withColumn("c", NumberColumn.of(5));

        assertThat(new PolynomialFeatures(2, "a", "c")
                        .fit(table)
                        .transform(table)
                        .columnNames())
                .containsExactly("a", "b", "c", "a^2", "a*c", "c^2");
        assertThat(new PolynomialFeatures(3, "a", "b")
                        .fit(table)
                        .transform(table)
                        .numberColumn("a^2*b"))
                .isEqualTo(NumberColumn.of(12));
        assertThatIllegalArgumentException().isThrownBy(() -> new PolynomialFeatures(1, "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolynomialFeatures(40).fit(table))
                .withMessage("3 columns and degree 40 give more than 10000 features; name fewer columns, or lower the "
                        + "degree");
        assertThat(new PolynomialFeatures(4).fit(table).transform(table).columnNames())
                .hasSize(34);
    }
}
