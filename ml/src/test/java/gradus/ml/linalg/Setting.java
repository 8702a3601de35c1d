package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// A number that is chosen when an object is made, with the values that it must refuse and one that it must
/// accept. The contract test of each package lists its settings.
///
/// @param make makes the object with this value
public record Setting(String name, DoubleConsumer make, List<Double> refused, double accepted) {

    /// A finite number of more than 0.
    public static Setting positive(String name, DoubleConsumer make) {
        return of(name, make, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, -1, -0.0, 0, Double.POSITIVE_INFINITY);
    }

    /// A finite number of at least 0.
    public static Setting notNegative(String name, DoubleConsumer make) {
        return of(name, make, 0, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    }

    /// A number from 0 to 1, both allowed.
    public static Setting share(String name, DoubleConsumer make) {
        return of(name, make, 1, -Double.MIN_VALUE, Math.nextUp(1.0), Double.POSITIVE_INFINITY);
    }

    /// A number of at least 0 and less than 1.
    public static Setting belowOne(String name, DoubleConsumer make) {
        return of(name, make, 0, -Double.MIN_VALUE, 1, Double.POSITIVE_INFINITY);
    }

    /// A number of more than 0 and less than 1.
    public static Setting betweenZeroAndOne(String name, DoubleConsumer make) {
        return of(name, make, 0.5, -1, 0, 1, Double.POSITIVE_INFINITY);
    }

    /// An integer of at least `least`.
    public static Setting count(String name, int least, IntConsumer make) {
        return new Setting(
                name, value -> make.accept((int) value), List.of(least - 1.0, (double) Integer.MIN_VALUE), least);
    }

    private static Setting of(String name, DoubleConsumer make, double accepted, double... refused) {
        List<Double> all = new ArrayList<>(List.of(Double.NaN));
        for (double value : refused) {
            all.add(value);
        }
        return new Setting(name, make, all, accepted);
    }

    /// Asserts that the values out of range are refused in a sentence with the value, and that the other is
    /// accepted.
    public void assertChecked() {
        for (double value : refused) {
            String digits = value == (int) value ? Integer.toString((int) value) : Double.toString(value);
            assertThatIllegalArgumentException()
                    .as("%s = %s", name, value)
                    .isThrownBy(() -> make.accept(value))
                    .withMessageContaining(digits);
        }
        assertThatCode(() -> make.accept(accepted))
                .as("%s = %s", name, accepted)
                .doesNotThrowAnyException();
    }

    @Override
    public String toString() {
        return name;
    }
}
