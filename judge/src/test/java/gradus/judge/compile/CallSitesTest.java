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

class CallSitesTest {

    private static final String LAMBDAS = """
            package lab;

            import java.util.ArrayList;
            import java.util.Comparator;
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
                    references(out, shout);
                    for (Object value : new Object[] {"text", 4, 'x', new int[2], new Holder(out), Kind.TWO, null}) {
                        out.add(kind(value) + " " + Described.of(value));
                    }
                    try {
                        sum(null);
                    } catch (NullPointerException e) {
                        out.add("null has no sum");
                    }
                    out.add("" + sum(new Plus(new Number(2), new Plus(new Number(3), new Number(4)))));
                    return String.join("\\n", out);
                }

                static void references(List<String> out, UnaryOperator<String> shout) {
                    Function<String, Integer> length = String::length;
                    ToIntFunction<String> unboxed = Integer::valueOf;
                    ToDoubleFunction<double[]> norm = All::norm;
                    Function<double[], Double> boxed = All::norm;
                    Function<String, Object> toObject = String::length;
                    Supplier<List<String>> creates = ArrayList::new;
                    Function<List<String>, Holder> holder = Holder::new;
                    IntFunction<int[]> array = int[]::new;
                    Function<int[], Object> copies = int[]::clone;
                    Consumer<String> adds = out::add;
                    BiConsumer<List<String>, String> addsTo = List::add;
                    Supplier<String> bound = "bound"::trim;
                    Comparator<String> order = String::compareTo;
                    Comparator<String> ignoring = Comparator.comparing(String::toLowerCase);
                    Function<Integer, Long> widened = Integer::longValue;
                    IntToLongFunction wider = All::wide;
                    Shape shape = All::volume;
                    Supplier<Supplier<String>> inner = new All().new Inner()::outer;
                    LongSupplier drops = new StringBuilder("ab")::length;
                    Consumer<String> ignores = All::wide2;
                    adds.accept("added by reference");
                    addsTo.accept(out, "added to");
                    ignores.accept("");
                    out.add(length.apply("four") + " " + unboxed.applyAsInt("7") + " " + toObject.apply("abc"));
                    out.add(norm.applyAsDouble(new double[] {3, 4}) + " " + boxed.apply(new double[] {6, 8}));
                    out.add(creates.get() + " " + holder.apply(List.of("x")) + " " + array.apply(3).length);
                    out.add(((int[]) copies.apply(new int[4])).length + " " + bound.get());
                    out.add(order.compare("a", "b") + " " + ignoring.compare("A", "b") + " " + widened.apply(5));
                    out.add(wider.applyAsLong(6) + " " + inner.get().get() + " " + drops.getAsLong());
                    try {
                        out.add("" + shape.of(2, 3, "cm"));
                        Function<Object, Object> wrong = (Function) shout;
                        wrong.apply(5);
                    } catch (Exception e) {
                        out.add(e.getClass().getName());
                    }
                }

                private static double norm(double[] v) { return Math.hypot(v[0], v[1]); }
                static long wide(long x) { return 2 * x; }
                static double wide2(Object any) { return 2; }
                static double volume(long count, double factor, String unit) { return count * factor; }

                sealed interface Described {
                    static String of(Object value) {
                        return switch (value) {
                            case Holder holder -> "a holder";
                            case Comparable<?> comparable -> "in an order";
                            case null, default -> "something";
                        };
                    }
                }
                sealed interface Term {}
                record Number(int value) implements Term {}
                record Plus(Term left, Term right) implements Term, Described {}

                static int sum(Term term) {
                    return switch (term) {
                        case Number number -> number.value();
                        case Plus(Number left, Number right) -> left.value() + right.value();
                        case Plus plus -> sum(plus.left()) + sum(plus.right());
                    };
                }

                static String kind(Object value) {
                    return switch (value) {
                        case String text when text.length() > 5 -> "a long text";
                        case String text -> "a text";
                        case Integer number when number > 3 -> "a big number";
                        case Integer number -> "a number";
                        case int[] array -> "an array";
                        case Kind kind -> "a kind";
                        case null -> "nothing";
                        default -> "something else";
                    };
                }

                private IntFunction<String> own() {
                    return times -> name.repeat(times);
                }
            }
            """;

    @Test
    @DisplayName("code runs the same without its lambdas, method references and switches")
    void sameResults() throws ReflectiveOperationException {
        Map<String, byte[]> before = compile(LAMBDAS);
        Map<String, byte[]> after = new CallSites(before).replace(before);
        String results = run(before);
        assertTrue(results.contains("null has no sum\n9"), results);
        assertTrue(results.contains("true -1 c 300 1048576 1099511627776 0.5 -0.0 2 null"), results);
        assertEquals(results, run(after));
    }

    @Test
    @DisplayName("one class stands for all lambdas of a file with the same interface, and nothing is left to generate")
    void oneClassForEachInterface() {
        Map<String, byte[]> before = compile(LAMBDAS);
        Map<String, byte[]> after = new CallSites(before).replace(before);
        assertEquals(List.of("applyAsLong"), linked(after), "a number made wider stays with the JVM");
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
        assertEquals(classes, new CallSites(classes).replace(classes));
    }

    private static boolean implementsInterface(ClassModel type, String name) {
        return type.interfaces().stream().anyMatch(each -> each.name().equalsString(name));
    }

    /// The calls that are linked when they are first run, other than the methods of records.
    private static List<String> linked(Map<String, byte[]> classes) {
        return classes.values().stream()
                .flatMap(bytes -> ClassFile.of().parse(bytes).methods().stream())
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> !call.bootstrapMethod().owner().displayName().equals("ObjectMethods"))
                .map(call -> call.name().stringValue())
                .toList();
    }

    private static Map<String, byte[]> compile(String source) {
        return Javac.forCourse(List.of()).compileOrThrow(Map.of("lab/All.java", source), Map.of());
    }

    private static String run(Map<String, byte[]> classes) throws ReflectiveOperationException {
        var loader = new ClassLoader(CallSitesTest.class.getClassLoader()) {
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
