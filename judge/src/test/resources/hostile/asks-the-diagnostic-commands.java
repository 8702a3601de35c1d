// attack: a native agent, loaded by a diagnostic command
// verdict: Passed
// blocked by: there's no such agent to load; the commands write no file
// control: none: an agent needs a file that the attacker has written
package gradus.ml.toy;

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
            Object server = Class.forName("java.lang.management.ManagementFactory").getMethod("getPlatformMBeanServer").invoke(null);
            Class<?> nameType = Class.forName("javax.management.ObjectName");
            Object name = nameType.getConstructor(String.class).newInstance("com.sun.management:type=DiagnosticCommand");
            Object done = Class.forName("javax.management.MBeanServer")
                    .getMethod("invoke", nameType, String.class, Object[].class, String[].class)
                    .invoke(server, name, "jvmtiAgentLoad", new Object[] {new String[] {System.getProperty("java.home") + "/lib/libinstrument.so"}}, new String[] {String[].class.getName()});

            System.out.println(done);
            if (!String.valueOf(done).contains("return code: 0")) {
                throw new IllegalStateException("it was not loaded");
            }
            System.out.println("through");
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
