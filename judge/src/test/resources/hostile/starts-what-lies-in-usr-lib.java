// attack: a program below /usr/lib, where libraries may be read
// verdict: Forbidden
// says: starting another program
// held by: seccomp; Landlock: no execution there
// control: prints through
package gradus.ml.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

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
            System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
            try (var files = Files.walk(Path.of("/usr/lib"), 3)) {
                Path program = files.filter(file -> !file.toString().contains(".so"))
                        .filter(file -> Files.isRegularFile(file) && runs(file))
                        .findFirst()
                        .orElseThrow();
                new ProcessBuilder(program.toString()).start().destroyForcibly();
            }
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static boolean runs(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            return false;
        }
    }
}
