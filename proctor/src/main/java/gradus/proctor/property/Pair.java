package gradus.proctor.property;

import gradus.proctor.format.JavaLiterals;

/// Two values that form one case.
public record Pair<A, B>(A first, B second) {

    /// Both values as Java literals, as the arguments of a call: `new double[] {1, 2}, 3`.
    @Override
    public String toString() {
        return JavaLiterals.of(first) + ", " + JavaLiterals.of(second);
    }
}
