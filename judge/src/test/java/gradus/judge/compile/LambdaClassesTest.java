package gradus.judge.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.judge.javac.Javac;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LambdaClassesTest {

    private static final String LAMBDAS = """
            package lab;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.*;

            class All {

                private final String name = "this";

                interface Shape {
                    double of(long count, double factor, String unit) throws Exception;
                    default Shape twice() { return (count, factor, unit) -> 2 * of(count, factor, unit); }
                }

                record Holder(List<String> out) {
                    void fill(String prefix) { List.of("a", "b").forEach(each -> out.add(prefix + each)); }
                }

                class Inner {
                    Supplier<String> outer() { return () -> name + " from inside"; }
                }

                enum Kind {
                    ONE(x -> x + 1), TWO(x -> 2 * x);
                    final IntUnaryOperator of;
                    Kind(IntUnaryOperator of) { this.of = of; }
                }

                static String run() throws Exception {
                    var out = new ArrayList<String>();
                    boolean z = true; byte b = -1; char c = 'c'; short s = 300; int i = 1 << 20; long l = 1L << 40;
                    float f = 0.5f; double d = -0.0; int[] array = {1, 2}; String text = null;
                    Supplier<String> captured = () -> z + " " + b + " " + c + " " + s + " " + i + " " + l + " " + f
                            + " " + d + " " + array[1] + " " + text;
                    Supplier<String> nothing = () -> "nothing";
                    out.add(captured.get());
                    out.add(nothing.get());
                    out.add(new All().own().apply(3));
                    out.add(new All().new Inner().outer().get());
                    Runnable empty = () -> {};
                    empty.run();
                    Runnable adds = () -> out.add("added");
                    adds.run();
                    Function<Integer, Function<Integer, Integer>> curried = x -> y -> 10 * x + y;
                    out.add("" + curried.apply(4).apply(2));
                    IntPredicate even = x -> x % 2 == 0;
                    ToDoubleBiFunction<Long, Float> mixed = (x, y) -> x + y;
                    DoubleBinaryOperator sum = (x, y) -> x + y;
                    out.add(even.test(3) + " " + mixed.applyAsDouble(5L, 0.5f) + " " + sum.applyAsDouble(1, 2));
                    Shape shape = (count, factor, unit) -> count * factor * unit.length();
                    out.add("" + shape.twice().of(3, 0.5, "cm"));
                    Shape failing = (count, factor, unit) -> { throw new Exception(unit); };
                    try {
                        failing.of(0, 0, "no");
                    } catch (Exception e) {
                        out.add(e.getMessage());
                    }
                    new Holder(out).fill("_");
                    out.add(Kind.ONE.of.applyAsInt(5) + " " + Kind.TWO.of.applyAsInt(5));
                    Object merged = out.size() > 3 ? new Holder(out) : new All();
                    UnaryOperator<String> shout = String::toUpperCase;
                    out.add(shout.apply("method reference"));
                    BinaryOperator<Integer> larger = (x, y) -> x > y ? x : y;
                    out.add(larger.apply(3, 7) + (merged instanceof Holder ? "" : "?"));
                    return String.join("\\n", out);
                }

                private IntFunction<String> own() {
                    return times -> name.repeat(times);
                }
            }
            """;

    @Test
    @DisplayName("code runs the same without its lambdas, whatever they capture, take and return")
    void sameResults() throws ReflectiveOperationException {
        Map<String, byte[]> before = compile(LAMBDAS);
        Map<String, byte[]> after = new LambdaClasses(before).replaceLambdas(before);
        String results = run(before);
        assertTrue(results.contains("true -1 c 300 1048576 1099511627776 0.5 -0.0 2 null"), results);
        assertEquals(results, run(after));
    }

    @Test
    @DisplayName("one class stands for all lambdas of a file with the same interface; the method reference stays")
    void oneClassForEachInterface() {
        Map<String, byte[]> before = compile(LAMBDAS);
        Map<String, byte[]> after = new LambdaClasses(before).replaceLambdas(before);
        assertEquals(List.of("apply"), linked(after, "lab.All"));
        assertEquals(List.of(), linked(after, "lab.All$Holder"));
        assertEquals(
                1,
                after.keySet().stream()
                        .filter(name -> name.startsWith("lab.All$Lambdas"))
                        .map(name -> ClassFile.of().parse(after.get(name)))
                        .filter(type -> implementsInterface(type, "java/util/function/Supplier"))
                        .count());
    }

    @Test
    @DisplayName("classes without lambdas stay as they are")
    void nothingToDo() {
        Map<String, byte[]> classes = compile("package lab; class All { static String run() { return \"\"; } }");
        assertEquals(classes, new LambdaClasses(classes).replaceLambdas(classes));
    }

    private static boolean implementsInterface(ClassModel type, String name) {
        return type.interfaces().stream().anyMatch(each -> each.name().equalsString(name));
    }

    /// The names of the methods that are linked when they are first run.
    private static List<String> linked(Map<String, byte[]> classes, String name) {
        return ClassFile.of().parse(classes.get(name)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> call.bootstrapMethod().methodName().equals("metafactory"))
                .map(call -> call.name().stringValue())
                .toList();
    }

    private static Map<String, byte[]> compile(String source) {
        return Javac.forCourse(List.of()).compileOrThrow(Map.of("lab/All.java", source), Map.of());
    }

    private static String run(Map<String, byte[]> classes) throws ReflectiveOperationException {
        var loader = new ClassLoader(LambdaClassesTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        var run = loader.loadClass("lab.All").getDeclaredMethod("run");
        run.setAccessible(true);
        return (String) run.invoke(null);
    }
}
