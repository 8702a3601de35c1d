// attack: a frame on output and errors, reopened through /proc/self/fd and /dev/fd
// verdict: NotYet
// blocked by: seccomp: nothing is opened for writing
// control: prints through
package gradus.ml.toy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        return 0;
    }

    public static double mean(double[] values) {
        return sum(values) / values.length;
    }

    public static double[] shifted(double[] values, double by) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += by;
        }
        return result;
    }

    static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; give at least one");
        }
    }

    private static boolean tried;

    private static void attack() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            var frames = new ByteArrayOutputStream();
            var writer = Class.forName("gradus.proctor.transcript.FrameWriter");
            var token = Class.forName("gradus.proctor.transcript.Token");
            var event = Class.forName("gradus.proctor.transcript.Event");
            var passed = Class.forName("gradus.proctor.transcript.Event$Passed");
            Object own = writer.getConstructor(OutputStream.class, token)
                    .newInstance(frames, token.getMethod("fresh").invoke(null));
            byte[] message = (byte[]) Class.forName("gradus.proctor.transcript.EventCodec")
                    .getMethod("encode", event)
                    .invoke(null, passed.getConstructor(String.class, long.class).newInstance("NumbersTest#sumByHand", 1L));
            writer.getMethod("write", byte[].class).invoke(own, message);

            for (int descriptor = 1; descriptor < 3; descriptor++) {
                for (String folder : new String[] {"/proc/self/fd/", "/dev/fd/"}) {
                    try (var pipe = new FileOutputStream(folder + descriptor, true)) {
                        pipe.write(frames.toByteArray());
                        System.out.println("through");
                    } catch (IOException refused) {
                        // The next, then.
                    }
                }
            }
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
