package gradus.proctor.probes;

import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.failure.CheckFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Probes of `equals` and `hashCode`: values made of the same are equal and have the same hash code, and all
/// others differ, from null and from objects of other types too.
///
/// ```java
/// EqualityProbes.of("Money")
///         .value("new Money(1, 50)", () -> new Money(1, 50))
///         .value("new Money(2, 50)", () -> new Money(2, 50))
///         .hold("two amounts are equal if both numbers are");
/// ```
public final class EqualityProbes {

    private record Value(String text, Callable<?> make) {}

    private final String type;
    private final List<Value> values;

    private EqualityProbes(String type, List<Value> values) {
        this.type = type;
        this.values = List.copyOf(values);
    }

    /// @param type the class whose `equals` is probed
    public static EqualityProbes of(String type) {
        return new EqualityProbes(type, List.of());
    }

    /// Adds a value that is equal to none of the others.
    ///
    /// @param text the expression that makes it, as a learner would write it
    /// @param make makes it, a new object each time
    public EqualityProbes value(String text, Callable<?> make) {
        var more = new ArrayList<>(values);
        more.add(new Value(text, make));
        return new EqualityProbes(type, more);
    }

    /// Asserts what is said above of all values.
    public void hold(String why) {
        CheckFault.requireAtLeast("the number of different values of " + type, values.size(), 2);
        for (Value value : values) {
            Object one = calling(value.text(), value.make()).result();
            Object same = calling(value.text(), value.make()).result();
            String call = value.text() + ".equals";
            calling(call + "(" + value.text() + ")", () -> one.equals(same)).gives(true, why);
            calling(call + "(itself)", () -> one.equals(one)).gives(true, "equals is reflexive");
            calling(call + "(null)", () -> one.equals(null)).gives(false, "nothing equals null");
            calling(call + "(new Object())", () -> one.equals(new Object()))
                    .gives(false, "an object of another type is never equal");
            calling("the hash code of another " + value.text(), same::hashCode)
                    .gives(one.hashCode(), "equal objects have the same hash code");
            for (Value other : values) {
                if (other != value) {
                    Object different = calling(other.text(), other.make()).result();
                    calling(call + "(" + other.text() + ")", () -> one.equals(different))
                            .gives(false, why);
                }
            }
        }
    }
}
