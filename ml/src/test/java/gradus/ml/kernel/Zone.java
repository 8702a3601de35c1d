package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Elements from index `at` on in a larger array, with a guard on both sides: a NaN with a payload that no
/// kernel produces. A kernel that reads out of bounds gets NaN, one that writes out of bounds is detected.
record Zone(float[] array, int at, int n) {

    private static final int BEHIND = 40;
    private static final int GUARD = 0x7fc0dead;

    static Zone of(float[] values, int at) {
        float[] array = new float[at + values.length + BEHIND];
        Arrays.fill(array, Float.intBitsToFloat(GUARD));
        System.arraycopy(values, 0, array, at, values.length);
        return new Zone(array, at, values.length);
    }

    static float[] random(Random random, int n, float low, float high) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = low + (high - low) * random.nextFloat();
        }
        return values;
    }

    Zone copy() {
        return new Zone(array.clone(), at, n);
    }

    float[] values() {
        return Arrays.copyOfRange(array, at, at + n);
    }

    void assertThatTheGuardIsUntouched(String what) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < array.length; i++) {
            if ((i < at || i >= at + n) && Float.floatToRawIntBits(array[i]) != GUARD) {
                changed.add(i - at);
            }
        }
        assertThat(changed)
                .as("%s: indices outside the %d numbers that were written", what, n)
                .isEmpty();
    }
}
