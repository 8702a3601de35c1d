package gradus.ml.linalg;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of this package is checked when it is made. List a new one here.
class SettingsTest {

    static Stream<Setting> settings() {
        Svd svd = Svd.of(Examples.random(3, 2, 1));
        return Stream.of(
                Setting.positive("tolerance of power iteration", value -> new PowerIteration(value, 10)),
                Setting.count("iterations of power iteration", 1, value -> new PowerIteration(1e-9, value)),
                Setting.belowOne("damping of PageRank", value -> new PageRank(value, 1e-9)),
                Setting.positive("tolerance of PageRank", value -> new PageRank(0.85, value)),
                Setting.belowOne("tolerance of a rank", svd::rank),
                Setting.belowOne("tolerance of a pseudo-inverse", svd::pseudoInverse),
                Setting.count("rank of a truncation", 0, svd::truncate));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void valuesOutOfRangeAreRefused(Setting setting) {
        setting.assertChecked();
    }
}
