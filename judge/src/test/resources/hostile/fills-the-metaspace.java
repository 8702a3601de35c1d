// attack: hidden classes without end
// verdict: OutOfMemory
// verdict: OutOfTime
// blocked by: the metaspace limit
// control: prints through
// slow: a class takes its time
package gradus.ml.toy;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

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
            byte[] bytes = hidden(500);
            for (int i = 0; i < 4000; i++) {
                KEPT.add(MethodHandles.lookup().defineHiddenClass(bytes, true, MethodHandles.Lookup.ClassOption.STRONG));
            }
            System.out.println("through");
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static final List<Object> KEPT = new ArrayList<>();

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
