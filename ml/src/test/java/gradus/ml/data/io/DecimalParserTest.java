package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.numbers.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "y").getBytes();
        return DecimalParser.parse(bytes, 1, bytes.length - 1);
    }

    @Test
    void numbersAreCorrectlyRounded() {
        Rng rng = Rng.of(7);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(rng.nextLong());
            String[] texts = {
                Double.toString(value),
                rng.nextLong() + "." + Math.abs(rng.nextInt()),
                rng.nextInt(1000) + "." + rng.nextInt(100_000),
                rng.nextInt() + "e" + (rng.nextInt(60) - 30)
            };
            for (String text : texts) {
                if (!text.equals("NaN")) {
                    assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "9007199254740992.5",
                "0.1000000000000000055511151231257827",
                "123456789012345678901234567890",
                "0.000000000000000000000000000001",
                "1e22",
                "1e23",
                "5e-324",
                "2.4703282292062328e-324",
                "1.7976931348623157e308",
                "1e-400",
                "00000000000000000000001.5",
                "0e99999999999"
            })
    void edgeCasesAreCorrectlyRounded(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1 2",
                "--1",
                "1e400",
                "NaN",
                "Infinity",
                "1f",
                "0x10",
                "१"
            })
    void malformedNumbersAreNaN(String text) {
        assertThat(parse(text)).isNaN();
    }
}
