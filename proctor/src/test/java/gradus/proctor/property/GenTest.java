package gradus.proctor.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.proctor.format.JavaLiterals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenTest {

    @Test
    void theFirstCaseIsTheSimplestAndLengthsGrow() {
        List<double[]> cases = cases(Gen.arrays(Gen.doubles(2, 10), 1, 20));

        assertThat(cases.getFirst()).containsExactly(2);
        assertThat(cases.subList(0, 10)).allMatch(x -> x.length <= 5);
        assertThat(cases).anyMatch(x -> x.length == 20);
    }

    @Test
    void numbersKeepToTheirRangeAndReachItsEnds() {
        List<Double> cases = cases(Gen.doubles(-3, 5));

        assertThat(cases).allMatch(x -> -3 <= x && x <= 5).contains(-3.0, 0.0, 1.0, 5.0);
        assertThat(cases(Gen.ints(-2, 2))).contains(-2, -1, 0, 1, 2).allMatch(i -> -2 <= i && i <= 2);
    }

    @Test
    void doublesIncludeTies() {
        assertThat(cases(Gen.arrays(Gen.doubles(-100, 100), 2, 10)))
                .anyMatch(x -> Arrays.stream(x)
                                .filter(e -> e != Math.rint(e))
                                .distinct()
                                .count()
                        < Arrays.stream(x).filter(e -> e != Math.rint(e)).count());
    }

    @Test
    void finiteDoublesIncludeEdgeCasesOfEveryMagnitude() {
        assertThat(cases(Gen.finiteDoubles()))
                .allMatch(Double::isFinite)
                .contains(0.0, -0.0, Double.MIN_VALUE)
                .anyMatch(x -> Math.abs(x) > 1e150)
                .anyMatch(x -> x != 0 && Math.abs(x) < 1e-150)
                .anyMatch(x -> Math.abs(x) > 1 && Math.abs(x) < 100);
        assertThat(cases(Gen.anyDoubles())).contains(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void everyPermutationOfThreeIsGenerated() {
        assertThat(cases(Gen.permutations(3)).stream().map(Arrays::toString).distinct())
                .hasSize(6);
        assertThat(cases(Gen.permutations(3)).getFirst()).containsExactly(0, 1, 2);
    }

    @Test
    void theRowsOfAMatrixHaveTheSameLength() {
        assertThat(cases(Gen.matrices(Gen.doubles(0, 1), 1, 4, 0, 5)))
                .allMatch(m -> m.length >= 1 && Arrays.stream(m).allMatch(row -> row.length == m[0].length))
                .anyMatch(m -> m[0].length == 0)
                .anyMatch(m -> m.length == 4 && m[0].length == 5);
    }

    @Test
    void everyOptionIsGenerated() {
        assertThat(cases(Gen.oneOf("a", "b", "c"))).contains("a", "b", "c");
        assertThat(cases(Gen.anyOf(Gen.ints(0, 1), Gen.ints(10, 11)))).contains(0, 1, 10, 11);
        assertThat(cases(Gen.lists(Gen.booleans(), 2, 2))).contains(List.of(true, false));
        assertThat(cases(Gen.ints(0, 9).filter(i -> i % 2 == 1))).containsOnly(1, 3, 5, 7, 9);
    }

    @Test
    void anEmptyRangeIsRejected() {
        assertThatThrownBy(() -> Gen.doubles(1, 0)).hasMessageContaining("two finite numbers, the lower first");
        assertThatThrownBy(() -> Gen.ints(3, 2)).hasMessageContaining("give the lower number first");
        assertThatThrownBy(() -> Gen.arrays(Gen.doubles(0, 1), 3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesAreFormattedAsJavaLiterals() {
        assertThat(JavaLiterals.of(new double[] {1, -0.0, 0.5, Double.NaN, 1e20}))
                .isEqualTo("new double[] {1, -0.0, 0.5, Double.NaN, 1.0E20}");
        assertThat(JavaLiterals.of(new double[][] {{1, 2}, {}})).isEqualTo("new double[][] {{1, 2}, {}}");
        assertThat(JavaLiterals.of(new Pair<>(new int[] {3}, 2f))).isEqualTo("new int[] {3}, 2.0f");
        assertThat(JavaLiterals.elements(Double.POSITIVE_INFINITY, -7)).isEqualTo("Double.POSITIVE_INFINITY, -7");
        assertThat(JavaLiterals.elements(new int[50])).endsWith(", 0, … (50 in all)");
    }

    private static <T> List<T> cases(Gen<T> values) {
        var cases = new ArrayList<T>();
        Property.forAll(values).cases(200).check(cases::add);
        return cases;
    }
}
