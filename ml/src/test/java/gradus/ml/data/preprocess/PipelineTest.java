package gradus.ml.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final Table table = Table.of("age", NumberColumn.of(20, 40, 0, 1000).withMissing(2))
            .withColumn("town", StringColumn.of("Ulm", "Bonn", "Ulm", "Kiel"))
            .withColumn("member", BooleanColumn.of(true, false, true, false));

    private final Pipeline pipeline = Pipeline.of(
            Imputer.mean("age"),
            new OneHotEncoder("town").withHandleUnknown(OneHotEncoder.HandleUnknown.ZEROS),
            new StandardScaler("age"));

    @Test
    void aTableBecomesAMatrixWithNamedFeatures() {
        Pipeline.Fitted fitted = pipeline.fit(table.head(3));

        assertThat(fitted.featureNames()).containsExactly("age", "town=Bonn", "town=Ulm", "member");
        assertThat(fitted.transformToMatrix(table.selectRows(1, 3)).selectColumns(1, 2, 3))
                .isEqualTo(Matrix.of(new double[][] {{1, 0, 0}, {0, 0, 0}}));
        assertThat(fitted.transformToMatrix(table.head(0)).shape()).isEqualTo("(0, 4)");
    }

    @Test
    void theTestSetDoesNotLeakIntoTheFit() {
        var trainingSets = new ArrayList<Table>();
        Preprocessor spy = training -> {
            trainingSets.add(training);
            return transformed -> transformed;
        };
        TrainTestSplit trainTestSplit = new TrainTestSplit(new int[] {0, 1, 2}, new int[] {3});

        Pipeline.Fitted fitted = Pipeline.of(spy).fit(table, trainTestSplit);

        assertThat(trainingSets).containsExactly(table.selectRows(0, 1, 2));
        fitted.transform(table.selectRows(3));
        assertThat(trainingSets).hasSize(1);
        Table poisoned = table.withColumn(
                        "age", NumberColumn.of(20, 40, 0, -1e9).withMissing(2))
                .withColumn("town", StringColumn.of("Ulm", "Bonn", "Ulm", "Jena"));
        assertThat(pipeline.fit(poisoned, trainTestSplit).transformToMatrix(table))
                .isEqualTo(pipeline.fit(table, trainTestSplit).transformToMatrix(table));
    }

    @Test
    void eachStepIsFittedToTheOutputOfTheStepsBefore() {
        var missingCounts = new ArrayList<Integer>();
        Preprocessor spy = training -> {
            missingCounts.add(training.numberColumn("age").missingCount());
            return transformed -> transformed;
        };
        Pipeline.of(spy, Imputer.mean("age"), spy).fit(table);

        assertThat(missingCounts).containsExactly(1, 0);
    }

    @Test
    void additionalColumnsAreIgnored() {
        Pipeline.Fitted fitted = pipeline.fit(table);

        assertThat(fitted.transformToMatrix(table.withColumn("extra", StringColumn.of("a", "b", "c", "d"))))
                .isEqualTo(fitted.transformToMatrix(table));
        assertThat(fitted.transformToMatrix(table.select("town", "member", "age")))
                .isEqualTo(fitted.transformToMatrix(table));
    }

    @Test
    void aPipelineWithoutStepsLeavesNumbersUnchanged() {
        Table numbers = Table.of("a", NumberColumn.of(1, 2));

        assertThat(Pipeline.of().fit(numbers).transformToMatrix(numbers)).isEqualTo(numbers.toMatrix());
        assertThat(Pipeline.of()
                        .fit(Table.empty().withColumn("a", NumberColumn.of(1)).drop("a"))
                        .featureNames())
                .isEmpty();
    }

    @Test
    void transformToMatrixThrowsIfStringsOrMissingValuesAreLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.of().fit(table).transformToMatrix(table))
                .withMessageContaining("\"age\" is missing at row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.of(Imputer.mean()).fit(table).transformToMatrix(table))
                .withMessage("column \"town\" holds strings, expected numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.fit(table.head(0)))
                .withMessage("a pipeline must be fitted to at least 1 row, got 0");
    }

    @Test
    void oneRowIsEnough() {
        assertThat(pipeline.fit(table.head(1)).transformToMatrix(table.head(1)))
                .isEqualTo(Matrix.of(new double[][] {{0, 1, 1}}));
    }

    @Test
    void encodedLabelsSayWhichRowsAreOfAClass() {
        EncodedLabels towns = EncodedLabels.of(table.column("town"));

        assertThat(towns.is("Ulm")).containsExactly(true, false, true, false);
        assertThat(towns.is("Bonn")).containsExactly(false, true, false, false);
        assertThat(new EncodedLabels(List.of("a", "b"), new int[] {0}).is("b")).containsExactly(false);
        assertThat(towns.classIndex("Kiel")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> towns.is("Kile"))
                .withMessageContainingAll("\"Kile\" is an unknown class", "Kiel");
    }

    @Test
    void encodedLabelsAreClassIndices() {
        EncodedLabels encodedLabels = EncodedLabels.of(table.column("town"));

        assertThat(encodedLabels.classes()).containsExactly("Bonn", "Kiel", "Ulm");
        assertThat(encodedLabels.classIndices()).containsExactly(2, 0, 2, 1);
        assertThat(encodedLabels.classOf(3)).isEqualTo("Kiel");
        assertThat(EncodedLabels.of(NumberColumn.of(10, 9, 10)).classes()).containsExactly("9", "10");
        assertThat(EncodedLabels.of(table.column("town"), List.of("Ulm", "Kiel", "Bonn")))
                .isEqualTo(new EncodedLabels(List.of("Ulm", "Kiel", "Bonn"), new int[] {0, 2, 0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodedLabels.of(table.column("town"), List.of("Ulm")))
                .withMessage("\"Bonn\" at row 1 is an unknown class; the classes are [Ulm]");
        assertThat(encodedLabels.selectRows(3, 0, 0))
                .isEqualTo(new EncodedLabels(encodedLabels.classes(), new int[] {1, 2, 2}));
        assertThat(encodedLabels.size()).isEqualTo(4);
        assertThatThrownBy(() -> encodedLabels.selectRows(4)).hasMessage("no row 4 in labels of 4 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncodedLabels(List.of("a", "a"), new int[] {1}))
                .withMessage("classes must be distinct, got [a, a]");
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedLabels.of(table.column("age")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncodedLabels(List.of("a"), new int[] {1}))
                .withMessage("class indices must be from 0 to 0, got 1 at row 0");
        assertThat(EncodedLabels.of(StringColumn.of()).classes()).isEmpty();
    }
}
