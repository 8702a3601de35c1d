package gradus.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Value;
import gradus.ml.autodiff.Variable;
import gradus.ml.classic.LinearRegression;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.io.CsvFormat;
import gradus.ml.data.preprocess.EncodedLabels;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Optimiser;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.selection.PipelineClassifier;
import gradus.ml.stats.Normal;
import gradus.ml.tensor.Tensor;
import gradus.ml.transformer.CharacterTokeniser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A tour of the whole library in one file, from summation to a trained transformer: read it first.
class TinyTest {

    // ---- numbers ----

    @Test
    void compensatedSummationKeepsSmallTerms() {
        assertThat(Numerics.sum(new double[] {1e16, 1, -1e16})).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameRandomNumbers() {
        assertThat(Rng.of(1).permutation(10)).isEqualTo(Rng.of(1).permutation(10));
    }

    // ---- vectors and matrices ----

    @Test
    void aMatrixTransformsVectors() {
        Matrix quarterTurn = Matrix.of(new double[] {0, -1}, new double[] {1, 0});

        assertThat(quarterTurn.times(Vector.of(1, 0))).isEqualTo(Vector.of(0, 1));
    }

    @Test
    void aLinearSystemIsSolved() {
        Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 3});

        Vector x = Lu.of(a).solve(Vector.of(3, 5));

        assertThat(a.times(x).distance(Vector.of(3, 5), 2)).isLessThan(1e-12);
    }

    // ---- probability ----

    @Test
    void aboutTwoThirdsOfANormalDistributionLieWithinOneStandardDeviation() {
        var height = new Normal(170, 10);

        assertThat(height.cdf(180) - height.cdf(160)).isEqualTo(0.683, offset(0.001));
    }

    // ---- linear regression ----

    @Test
    void linearRegressionFitsALine() {
        Matrix x = Matrix.of(new double[] {1}, new double[] {2}, new double[] {3});

        LinearRegression.Model line = new LinearRegression().fit(x, Vector.of(3, 5, 7));

        assertThat(line.coefficients().get(0)).isEqualTo(2, offset(1e-12));
        assertThat(line.intercept()).isEqualTo(1, offset(1e-12));
    }

    // ---- from a table to a classifier ----

    @Test
    void aClassifierIsTrainedOnATable() {
        Table flowers = Csv.read(Path.of(System.getProperty("gradus.root"), "data/iris/iris.csv"), CsvFormat.DEFAULT)
                .filter(row -> !row.getString("species").equals("setosa"));
        EncodedLabels species = EncodedLabels.of(flowers.column("species"));
        TrainTestSplit trainTestSplit = TrainTestSplit.stratified(species.classIndices(), 0.3, Rng.of(7));
        Table features = flowers.drop("species");
        EncodedLabels training = species.selectRows(trainTestSplit.train());
        EncodedLabels test = species.selectRows(trainTestSplit.test());

        // The pipeline is fitted to the training set only, so the test set cannot leak in.
        var classifier = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new LogisticRegression(1));
        var model = classifier.fit(features.selectRows(trainTestSplit.train()), training.classIndices());
        int[] predicted = model.predict(features.selectRows(trainTestSplit.test()));

        assertThat(ClassificationMetrics.accuracy(test.classIndices(), predicted))
                .isGreaterThan(0.9);
    }

    // ---- automatic differentiation ----

    @Test
    void backpropagationGivesTheGradientOfAScalar() {
        Value a = Value.of(3);
        Value b = Value.of(2);

        a.times(b).plus(a).backward(); // a·b + a

        assertThat(a.gradient()).isEqualTo(3); // b + 1
        assertThat(b.gradient()).isEqualTo(3); // a
    }

    @Test
    void backpropagationGivesTheGradientOfATensor() {
        Variable w = Variable.parameter(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
        Tape tape = Tape.recording();
        Variable x = tape.constant(Tensor.of(new float[] {10, 20}, 1, 2));

        tape.backward(x.matmul(w).sum());

        assertThat(w.gradient().toArray()).containsExactly(10, 10, 20, 20);
    }

    // ---- a neural network ----

    @Test
    void aNetworkLearnsExclusiveOr() {
        Tensor inputs = Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        int[] targets = {0, 1, 1, 0};
        Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.TANH, 2, 8, 2);
        Optimiser optimiser = Adam.defaults().optimiserFor(network);
        Tape tape = Tape.recording();

        float loss = 0;
        for (int step = 0; step < 200; step++) {
            tape.reset();
            Variable batchLoss = Losses.crossEntropy(network.forward(tape.constant(inputs)), targets);
            loss = batchLoss.value().item();
            tape.backward(batchLoss);
            optimiser.step(0.05);
        }

        assertThat(loss).isLessThan(0.01f);
    }

    // ---- a language model ----

    @Test
    void aTransformerMemorisesALine() {
        String line = "pack my box with five dozen liquor jugs. ";
        CharacterTokeniser characterTokeniser = CharacterTokeniser.of(line);
        Corpus corpus = Corpus.of(characterTokeniser.encode(line.repeat(3)));
        Gpt model = Gpt.of(new Gpt.Config(characterTokeniser.vocabularySize(), 16, 1, 2, 32, 0), Rng.of(1));
        Optimiser optimiser = Adam.defaults().optimiserFor(model);
        Tape tape = Tape.recording();
        Rng rng = Rng.of(2);

        for (int step = 0; step < 250; step++) {
            Corpus.Batch batch = corpus.sampleBatch(8, 16, rng);
            tape.reset();
            tape.backward(model.loss(tape, batch.ids(), batch.targets(), batch.size()));
            optimiser.step(0.01);
        }
        int[] generated = model.generate(characterTokeniser.encode("pack my"), 30, new TokenSampler(0, 1), rng);

        assertThat(characterTokeniser.decode(generated)).isEqualTo(" box with five dozen liquor ju");
    }
}
