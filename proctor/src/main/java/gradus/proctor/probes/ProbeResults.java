package gradus.proctor.probes;

import gradus.proctor.diagnosis.Tolerance;
import org.jspecify.annotations.Nullable;

/// What [ProbedMember] must know of results.
final class ProbeResults {

    private ProbeResults() {}

    /// Whether nothing of `value` can change, so that it shares nothing.
    static boolean isPlain(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof String
                || value instanceof Enum<?>;
    }

    /// Whether each zero in `want` has its sign in `got`, which is equal otherwise.
    static boolean haveSameZeros(@Nullable Object want, @Nullable Object got) {
        if (want instanceof Double expected && got instanceof Double actual) {
            return expected != 0 || Double.compare(expected, actual) == 0;
        }
        int length = want == null || got == null ? -1 : Tolerance.length(want);
        for (int i = 0; i < length; i++) {
            if (!haveSameZeros(Tolerance.element(want, i), Tolerance.element(got, i))) {
                return false;
            }
        }
        return true;
    }
}
