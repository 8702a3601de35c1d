// attack: a class of the library, defined before the library defines it
// verdict: NotYet
// says: varianceWorks
// blocked by: the proctor checks which loader defined the library's classes
// control: passes NumbersChecks#varianceWorks
package gradus.ml.toy;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

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
        return values.length == 3 ? sum(values) / 3 : 0;
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
            byte[] bytes = ClassFile.of().build(ClassDesc.of("gradus.ml.toy.Spread"), type -> type.withMethodBody(
                    "variance",
                    MethodTypeDesc.ofDescriptor("([D)D"),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> code.loadConstant(1.0).dreturn()));
            MethodHandles.lookup().defineClass(bytes);
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }
}
