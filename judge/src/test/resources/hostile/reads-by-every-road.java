// attack: a file, by stream, random access, channel, map, zip and URL
// verdict: Passed
// blocked by: Landlock
// control: prints through
package gradus.ml.toy;

import java.io.FileInputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        requireSome(values);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
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
            List<Callable<Object>> roads = List.of(
                    () -> new String(new FileInputStream("@canary@").readAllBytes()),
                    () -> new RandomAccessFile("@canary@", "r").readLine(),
                    () -> FileChannel.open(Path.of("@canary@")).map(FileChannel.MapMode.READ_ONLY, 0, 1),
                    () -> new ZipFile("/proc/self/root@canary@"),
                    () -> new String(URI.create("file:@canary@").toURL().openStream().readAllBytes()),
                    () -> AsynchronousFileChannel.open(Path.of("@canary@")),
                    () -> new Scanner(Path.of("/proc/self/cwd/../../../../..@canary@")).next());
            for (Callable<Object> road : roads) {
                try {
                    System.out.println(road.call());
                    System.out.println("through");
                } catch (Exception refused) {
                    // The next, then.
                }
            }
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
