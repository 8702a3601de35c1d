package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.30000000000000004 | 0.3",
                "(1.0, -2.0000000001) | (1.0, -2.0)",
                "{3, 4} | {3.0, 4.0}",
                "-0.0 | 0.0",
                "NaN | NaN",
                "-Infinity | -Infinity",
                "1.0E-300 | 1.0000000000001E-300",
            })
    void nineSignificantDigitsCount(String one, String other) {
        assertThat(ValueTexts.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.30000001 | 0.3",
                "(1.0, 2.0) | (1.0, 2.0, 3.0)",
                "3.0 | -3.0",
                "NaN | 1.0",
                "Infinity | -Infinity",
                "Infinity | 1.0E308",
                "1.0E-300 | 0.0",
                "true | false",
                "x1 | x2",
                "{1, 2} | (1, 2)",
            })
    void otherValuesDiffer(String one, String other) {
        assertThat(ValueTexts.same(one, other)).isFalse();
    }
}
