package gradus.lab.tests.testing_ml_code;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import gradus.ml.numbers.Softmax;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTests {

    private static final Gen<double[]> SCORES = Gen.arrays(Gen.doubles(-5, 5), 1, 6);

    @Test
    void probabilitiesSumToOne() {
        forAll(SCORES)
                .check(z -> calling("the sum of Softmax.of(" + JavaLiterals.of(z) + ")", () -> sum(Softmax.of(z)))
                        .gives(1.0, "they are probabilities"));
    }

    private static double sum(double[] x) {
        return Numerics.sum(x);
    }
}
