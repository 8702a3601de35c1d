package gradus.ml.calculus;

import gradus.ml.linalg.Setting;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of this package is checked when it is made. List a new one here.
class SettingsTest {

    static Stream<Setting> settings() {
        return Stream.of(
                Setting.positive("step of a difference", value -> Derivative.central(x -> x, 0, value)),
                Setting.betweenZeroAndOne("step of a gradient check", value -> new GradientCheck(value, 1e-9)),
                Setting.betweenZeroAndOne("rounding of a gradient check", value -> new GradientCheck(1e-3, value)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void valuesOutOfRangeAreRefused(Setting setting) {
        setting.assertChecked();
    }
}
