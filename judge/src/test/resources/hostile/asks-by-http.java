// attack: a page by HTTP
// verdict: Forbidden
// says: a network connection
// blocked by: seccomp: no socket
// control: harms
package gradus.ml.toy;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

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
            var connection = URI.create("http://127.0.0.1:@tcp@/").toURL().openConnection();
            connection.setReadTimeout(300);
            try {
                connection.getInputStream().close();
            } catch (SocketException | SocketTimeoutException noAnswer) {
                connection = null;
                throw noAnswer;
            }
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
