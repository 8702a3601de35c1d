package gradus.ml.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The contract of [Preprocessor]: a new preprocessor is tested by adding it to the list.
class PreprocessorContractTest {

    static final List<Preprocessor> PREPROCESSORS = List.of(
            new StandardScaler("x", "y"),
            new StandardScaler(),
            new MinMaxScaler("x", "y"),
            new MinMaxScaler(),
            new OneHotEncoder("t"),
            new OneHotEncoder()
                    .withHandleUnknown(OneHotEncoder.HandleUnknown.ZEROS)
                    .withDropFirst(),
            new OneHotEncoder("t").withHandleUnknown(OneHotEncoder.HandleUnknown.EXTRA_COLUMN),
            new OrdinalEncoder("t", "a", "b", "c"),
            Imputer.mean(),
            Imputer.median("x").withIndicator(),
            Imputer.mostFrequent(),
            Imputer.constant(0),
            Imputer.constant("none"),
            new PolynomialFeatures(2),
            new PolynomialFeatures(3, "x", "y"),
            Pipeline.of(
                    Imputer.mean("x"),
                    new OneHotEncoder("t"),
                    new PolynomialFeatures(2, "x", "y"),
                    new StandardScaler()));

    private static final Table TRAINING = Table.of(
                    "x", NumberColumn.of(1, 2, 4, 9, 0).withMissing(4))
            .withColumn("t", StringColumn.of("b", "a", "b", "c", "a"))
            .withColumn("y", NumberColumn.of(5, 5, 5, 5, 5));

    private static final Table OTHER = Table.of("y", NumberColumn.of(5, -100))
            .withColumn("x", NumberColumn.of(1000, 2))
            .withColumn("t", StringColumn.of("a", "b"));

    private static Table ordered(Table table) {
        return table.select("x", "t", "y");
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void rowsKeepTheirNumberAndOrder(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        int[] order = {3, 1, 1, 4, 0, 2};

        Table transformed = fitted.transform(TRAINING);
        assertThat(transformed.rows()).isEqualTo(5);
        assertThat(fitted.transform(TRAINING.selectRows(order))).isEqualTo(transformed.selectRows(order));
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void transformDoesNotChangeWhatWasFitted(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        Table before = fitted.transform(TRAINING);

        fitted.transform(ordered(OTHER));
        assertThat(fitted.transform(TRAINING)).isEqualTo(before);
        assertThat(preprocessor.fit(TRAINING).transform(TRAINING)).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void eachRowIsTransformedIndependently(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        Table both = fitted.transform(ordered(OTHER));

        assertThat(fitted.transform(ordered(OTHER).selectRows(0))).isEqualTo(both.selectRows(0));
        assertThat(fitted.transform(ordered(OTHER).selectRows(1))).isEqualTo(both.selectRows(1));
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void everyTableGetsTheSameColumnsEvenWithoutRows(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        List<String> names = fitted.transform(TRAINING).columnNames();

        assertThat(fitted.transform(ordered(OTHER)).columnNames()).isEqualTo(names);
        Table noRows = fitted.transform(TRAINING.head(0));
        assertThat(noRows.columnNames()).isEqualTo(names);
        assertThat(noRows.rows()).isZero();
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void constantColumnsStayConstant(Preprocessor preprocessor) {
        Table constant = Table.of("x", NumberColumn.of(0.1, 0.1, 0.1))
                .withColumn("t", StringColumn.of("a", "a", "a"))
                .withColumn("y", NumberColumn.of(0, 0, 0));

        Table transformed = preprocessor.fit(constant).transform(constant);
        for (String name : transformed.columnNames()) {
            assertThat(transformed.column(name).distinctCount()).isEqualTo(1);
            assertThat(transformed.column(name).missingCount()).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void oneRowIsEnough(Preprocessor preprocessor) {
        assertThat(preprocessor
                        .fit(TRAINING.head(1))
                        .transform(TRAINING.head(1))
                        .rows())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void aColumnWithoutValuesOrRowsIsPassedThroughOrRefused(Preprocessor preprocessor) {
        Table missing = TRAINING.withColumn("x", TRAINING.column("x").withMissing(0, 1, 2, 3, 4))
                .withColumn("t", TRAINING.column("t").withMissing(0, 1, 2, 3, 4));
        for (Table table : List.of(missing, TRAINING.head(0))) {
            try {
                assertThat(preprocessor.fit(table).transform(table).rows()).isEqualTo(table.rows());
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .message()
                        .matches("column \"[xty]\" has no value in the [05] rows of the training set; drop it, or"
                                + " impute a constant|a pipeline must be fitted to at least 1 row, got 0|\"t\" is"
                                + " missing at row 0; impute it with Imputer before OneHotEncoder");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void hugeNumbersGiveFiniteOnesOrAreRefusedByColumn(Preprocessor preprocessor) {
        Table huge = Table.of("x", NumberColumn.of(-1.7e308, 1.7e308))
                .withColumn("t", StringColumn.of("a", "b"))
                .withColumn("y", NumberColumn.of(1.7e308, -1.7e308));
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        try {
            assertThat(fitted.transform(huge).rows()).isEqualTo(2);
        } catch (IllegalArgumentException e) {
            assertThat(e).message().containsPattern("\"[xy^*2]+\"");
        }
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void anUnknownCategoryKeepsTheColumnsOrIsNamed(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        Table unknown = TRAINING.head(2).withColumn("t", StringColumn.of("a", "zebra"));
        try {
            assertThat(fitted.transform(unknown).columnNames())
                    .isEqualTo(fitted.transform(TRAINING).columnNames());
        } catch (IllegalArgumentException e) {
            assertThat(e).message().startsWith("\"t\" is \"zebra\" at row 1, an unknown category");
        }
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void theOrderOfColumnsDoesNotMatter(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        Table transformed = fitted.transform(ordered(OTHER));

        assertThat(fitted.transform(OTHER).select(transformed.columnNames().toArray(String[]::new)))
                .isEqualTo(transformed);
    }

    static final List<Supplier<Preprocessor>> WITH_A_COLUMN_TWICE = List.of(
            () -> new StandardScaler("x", "x"),
            () -> new MinMaxScaler("x", "x"),
            () -> new OneHotEncoder("x", "x"),
            () -> Imputer.mean("x", "x"),
            () -> Imputer.constant("?", "x", "x"),
            () -> new PolynomialFeatures(2, "x", "x"));

    @ParameterizedTest
    @FieldSource("WITH_A_COLUMN_TWICE")
    void aColumnIsNamedOnce(Supplier<Preprocessor> preprocessor) {
        assertThatIllegalArgumentException()
                .isThrownBy(preprocessor::get)
                .withMessage("column \"x\" is named twice; name it once");
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void anAbsentColumnThrows(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.transform(Table.of("z", NumberColumn.of(1))))
                .withMessageStartingWith("no column \"")
                .withMessageEndingWith("\"; the columns are [z]");
    }

    @ParameterizedTest
    @FieldSource("PREPROCESSORS")
    void aColumnWithAnotherDataTypeThrows(Preprocessor preprocessor) {
        Preprocessor.Fitted fitted = preprocessor.fit(TRAINING);
        Table changed = Table.of("x", StringColumn.of("1"))
                .withColumn("t", NumberColumn.of(1))
                .withColumn("y", StringColumn.of("5"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.transform(changed))
                .withMessageContaining(" holds ");
    }
}
