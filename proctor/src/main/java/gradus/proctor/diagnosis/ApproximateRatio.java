package gradus.proctor.diagnosis;

import gradus.proctor.format.SignificantDigits;
import java.util.Optional;

/// The ratio of actual to expected values where neither is exact, and the mistakes it reveals.
public final class ApproximateRatio {

    private static final double[] RATIOS = {2, 0.5, -1};
    private static final String[] SYMPTOMS = {"ratio:2", "ratio:1/2", "ratio:-1"};

    private ApproximateRatio() {}

    /// The symptom of a ratio that all elements have in common; elements that are 0 in both arrays don't
    /// count.
    public static Optional<String> symptom(double[] got, double[] expected, double tolerance) {
        for (int r = 0; r < RATIOS.length; r++) {
            boolean all = true;
            boolean any = false;
            double scale = 0;
            for (double x : expected) {
                scale = Math.max(scale, Math.abs(x));
            }
            for (int i = 0; i < got.length; i++) {
                any |= got[i] != 0;
                all &= Math.abs(got[i] - RATIOS[r] * expected[i]) <= tolerance * scale;
            }
            if (all && any) {
                return Optional.of(SYMPTOMS[r]);
            }
        }
        return Optional.empty();
    }

    /// `, which is 2 times as much`, or empty if the ratio isn't finite or is 0.
    public static String describe(double got, double expected) {
        double ratio = got / expected;
        return ratio == 0 || Double.isNaN(ratio) || Double.isInfinite(ratio)
                ? ""
                : ", which is " + SignificantDigits.six(ratio) + " times as much";
    }
}
