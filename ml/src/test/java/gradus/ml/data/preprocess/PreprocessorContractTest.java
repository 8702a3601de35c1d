package gradus.ml.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.List;
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
