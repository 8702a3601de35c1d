package gradus.course.read.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, Integer> VALUES = Map.of("a", 3, "b", 4);

    @ParameterizedTest
    @CsvSource({
        "a*a + b, 13",
        "a + b * 2, 11",
        "(a + b) * 2, 14",
        "a - b - 1, -2",
        "b / 2 / 2, 1",
        "-a^2, -9",
        "2^a^2, 512",
        "2^-1, 0.5",
        "sqrt(a^2 + b^2), 5",
        "abs(a − b) · 2.5, 2.5"
    })
    void anExpressionHasAValue(String text, double value) {
        assertThat(Expression.parse(text, VALUES.keySet()).orElseThrow().value(VALUES))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a +", "(a", "a)", "c", "sqrt a", "sin(a)", "2a", "1..2", "a ** b", "--"})
    void anythingElseIsNone(String text) {
        assertThat(Expression.parse(text, Set.of("a", "b"))).isEmpty();
    }

    @Test
    void whereThereIsNoValueItIsNotFinite() {
        assertThat(Expression.parse("1 / (a - 3)", VALUES.keySet())
                        .orElseThrow()
                        .value(VALUES))
                .isInfinite();
        assertThat(Expression.parse("sqrt(a - b)", VALUES.keySet())
                        .orElseThrow()
                        .value(VALUES))
                .isNaN();
    }
}
