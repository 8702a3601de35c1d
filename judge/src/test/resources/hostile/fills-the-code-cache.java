// attack: methods that are compiled without end
// verdict: Passed
// verdict: OutOfMemory
// verdict: OutOfTime
// blocked by: the code cache limit; a full cache only slows the JVM down
// control: none: where the cache is larger, it fills more slowly, and nothing else happens
// slow: it compiles thousands of methods
package gradus.ml.toy;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
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
            byte[] bytes = hidden(40);
            for (int i = 0; i < 50; i++) {
                Class<?> type = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
                for (var method : type.getDeclaredMethods()) {
                    for (int call = 0; call < 300; call++) {
                        method.invoke(null);
                    }
                }
            }
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static byte[] hidden(int methods) {
        return ClassFile.of().build(ClassDesc.of("gradus.ml.toy.Hidden"), type -> {
            for (int i = 0; i < methods; i++) {
                type.withMethodBody(
                        "m" + i,
                        MethodTypeDesc.of(ConstantDescs.CD_int),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> code.loadConstant(7).ireturn());
            }
        });
    }
}
