package gradus.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Value;
import gradus.ml.autodiff.Variable;
import gradus.ml.classic.LinearRegression;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.data.Csv;
import gradus.ml.data.CsvFormat;
import gradus.ml.data.Labels;
import gradus.ml.data.Recipe;
import gradus.ml.data.Split;
import gradus.ml.data.Standardise;
import gradus.ml.data.Table;
import gradus.ml.kernel.Unary;
import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Optimiser;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationScores;
import gradus.ml.stats.Normal;
import gradus.ml.tensor.Tensor;
import gradus.ml.transformer.Characters;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.Sampler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The whole library in one file, from a constant to a trained model: the first thing to read.
class TinyTest {

    // ---- numbers ----

    @Test
    void aSumKeepsItsDigits() {
        assertThat(Numerics.sum(new double[] {1e16, 1, -1e16})).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(Rng.of(1).permutation(10)).isEqualTo(Rng.of(1).permutation(10));
    }

    // ---- vectors and matrices ----

    @Test
    void aMatrixMapsVectors() {
        Matrix quarterTurn = Matrix.of(new double[] {0, -1}, new double[] {1, 0});

        assertThat(quarterTurn.times(Vector.of(1, 0))).isEqualTo(Vector.of(0, 1));
    }

    @Test
    void equationsAreSolved() {
        Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 3});

        Vector x = Lu.of(a).solve(Vector.of(3, 5));

        assertThat(a.times(x).distance(Vector.of(3, 5), 2)).isLessThan(1e-12);
    }

    // ---- chance ----

    @Test
    void twoThirdsOfANormalDistributionLieWithinOneDeviation() {
        var height = new Normal(170, 10);

        assertThat(height.cdf(180) - height.cdf(160)).isEqualTo(0.683, offset(0.001));
    }

    // ---- a line through points ----

    @Test
    void aLineIsFoundAmongPoints() {
        Matrix x = Matrix.of(new double[] {1}, new double[] {2}, new double[] {3});

        LinearRegression.Model line = new LinearRegression().fit(x, Vector.of(3, 5, 7));

        assertThat(line.coefficients().get(0)).isEqualTo(2, offset(1e-12));
        assertThat(line.intercept()).isEqualTo(1, offset(1e-12));
    }

    // ---- from a table to a prediction ----

    @Test
    void aClassIsPredictedFromATable() {
        Table flowers = Csv.read(Path.of(System.getProperty("gradus.root"), "data/iris/iris.csv"), CsvFormat.STANDARD)
                .filter(row -> !row.text("species").equals("setosa"));
        Labels species = Labels.of(flowers.column("species"));
        Split split = Split.stratified(species.codes(), 0.3, Rng.of(7));
        Table features = flowers.without("species");
        // What the recipe knows of the features, it knows of the rows to learn from.
        Recipe.Fitted recipe = Recipe.of(new Standardise()).fit(features, split);
        Matrix x = recipe.matrix(features);

        LogisticRegression.Model model =
                new LogisticRegression(1).fit(x.rows(split.train()), at(species.codes(), split.train()));
        int[] predicted = model.predict(x.rows(split.test()));

        assertThat(ClassificationScores.accuracy(at(species.codes(), split.test()), predicted))
                .isGreaterThan(0.9);
    }

    // ---- derivatives ----

    @Test
    void aNumberKnowsHowMuchItMatters() {
        Value a = Value.of(3);
        Value b = Value.of(2);

        a.times(b).plus(a).backward(); // a·b + a

        assertThat(a.gradient()).isEqualTo(3); // b + 1
        assertThat(b.gradient()).isEqualTo(3); // a
    }

    @Test
    void tensorsDoToo() {
        Variable w = Variable.parameter(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
        Tape tape = Tape.recording();
        Variable x = tape.constant(Tensor.of(new float[] {10, 20}, 1, 2));

        tape.backward(x.matmul(w).sum());

        assertThat(w.gradient().toArray()).containsExactly(10, 10, 20, 20);
    }

    // ---- a network that learns ----

    @Test
    void aNetworkLearnsExclusiveOr() {
        Tensor inputs = Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        int[] targets = {0, 1, 1, 0};
        Sequential network = Sequential.mlp(Rng.of(1), Unary.TANH, 2, 8, 2);
        Optimiser optimiser = Adam.usual().over(network);
        Tape tape = Tape.recording();

        float loss = 0;
        for (int step = 0; step < 200; step++) {
            tape.reset();
            Variable wrong = Losses.crossEntropy(network.forward(tape.constant(inputs)), targets);
            loss = wrong.value().item();
            tape.backward(wrong);
            optimiser.step(0.05);
        }

        assertThat(loss).isLessThan(0.01f);
    }

    // ---- a transformer that writes ----

    @Test
    void aTransformerLearnsALineByHeart() {
        String line = "pack my box with five dozen liquor jugs. ";
        Characters characters = Characters.of(line);
        Corpus corpus = Corpus.of(characters.encode(line.repeat(3)));
        Gpt model = Gpt.of(new Gpt.Settings(characters.size(), 16, 1, 2, 32, 0), Rng.of(1));
        Optimiser optimiser = Adam.usual().over(model);
        Tape tape = Tape.recording();
        Rng rng = Rng.of(2);

        for (int step = 0; step < 250; step++) {
            Corpus.Batch batch = corpus.draw(8, 16, rng);
            tape.reset();
            tape.backward(model.loss(tape, batch.ids(), batch.next(), batch.rows()));
            optimiser.step(0.01);
        }
        int[] written = model.generate(characters.encode("pack my"), 30, new Sampler(0, 1), rng);

        assertThat(characters.decode(written)).isEqualTo(" box with five dozen liquor ju");
    }

    private static int[] at(int[] all, int[] places) {
        int[] some = new int[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[places[i]];
        }
        return some;
    }
}
