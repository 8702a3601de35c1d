package gradus.judge.validate;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.javac.Javac;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which code leaves nothing behind in a worker.
class ReuseAllowListTest {

    private static final Javac JAVAC = Javac.forLearners(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double f(double[] x) { double sum = 0; for (double each : x) { sum += Math.abs(each); } return sum; }",
                "double f(double[] x) { return Arrays.stream(x.clone()).map(each -> each * each).sum(); }",
                "List<Integer> f(int n) { return IntStream.range(0, n).boxed().sorted(Comparator.reverseOrder()).toList(); }",
                "String f(Object x) { return switch (x) { case Integer i -> \"int \" + i; case Colour c -> c.name();"
                        + " default -> String.valueOf(x); }; } enum Colour { RED }",
                "record Pair(double a, double b) { Pair { if (a > b) { throw new IllegalArgumentException(a + \" > \" + b); } } }"
                        + " boolean f() { return new Pair(1, 2).equals(new Pair(1, 2)); }",
                "int f(String text) { try { return Integer.parseInt(text); } catch (NumberFormatException e) {"
                        + " throw new IllegalStateException(e.getMessage()); } }",
                "static class Walk implements Iterator<Integer> { int at; public boolean hasNext() { return at < 3; }"
                        + " public Integer next() { return at++; } } void f() { new Walk().forEachRemaining(x -> {}); }",
                "static class Bad extends RuntimeException { Bad(String why) { super(why); } }"
                        + " void f() { throw new Bad(\"no\"); }",
                "static int calls; int f() { return ++calls; }",
                "Supplier<String> f(StringBuilder text) { return text::toString; }",
                "Map<String, Long> f(List<String> words) {"
                        + " return words.stream().collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting())); }"
            })
    void whatOnlyComputesIsOnTheList(String members) {
        assertThat(allows(members)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f() { System.out.println(); }",
                "void f() { System.setProperty(\"a\", \"b\"); }",
                "String f() { return System.getProperty(\"a\"); }",
                "void f() { new Thread(() -> {}).start(); }",
                "void f() { Thread.currentThread().setName(\"a\"); }",
                "double f(double[] x) { return Arrays.stream(x).parallel().sum(); }",
                "void f(double[] x) { Arrays.parallelSort(x); }",
                "int f(List<Integer> x) { return x.parallelStream().reduce(0, Integer::sum); }",
                "Object f(Stream<Integer> x) { return x.gather(Gatherers.mapConcurrent(3, y -> y)); }",
                "Object f(Object x) { return x.getClass(); }",
                "Function<Object, Object> f() { return Object::getClass; }",
                "static class B { Object g() { return this.getClass(); } }",
                "static final ThreadLocal<double[]> KEPT = new ThreadLocal<>();",
                "String f(String x) { return x.intern(); }",
                "void f() { Locale.setDefault(Locale.FRANCE); }",
                "void f(List<Integer> x) { Collections.shuffle(x); }",
                "Integer f() { return Integer.getInteger(\"a\"); }",
                "double f() { return Math.random(); }",
                "Object f() { return java.math.BigInteger.TWO.pow(9); }",
                "void f() throws InterruptedException { synchronized (this) { wait(); } }",
                "synchronized void f() {}",
                "void f() { synchronized (\"a\") { } }",
                "void f() { try { f(); } catch (StackOverflowError e) { } }",
                "void f() { try { f(); } catch (Throwable e) { } }",
                "void f() { try { f(); } catch (Error e) { } }",
                "int f() { try { return f(); } finally { return 3; } }",
                "protected void finalize() { f(); } void f() {}",
                "static class Bad extends RuntimeException { void f() { printStackTrace(); } }",
                "static class Mine extends ArrayList<Integer> { void f() { parallelStream(); } }",
                "static class Late implements AutoCloseable { public void close() {} }",
                "static class Loader extends ClassLoader { }",
                "static native void f();",
                "Object f() throws Exception { return Class.forName(\"a\"); }",
                "Runnable f() { return (Runnable & java.io.Serializable) () -> {}; }",
                "Stream<Integer> f() { return Stream.of(1).onClose(() -> {}); }",
                "Object f(Collection<Integer> x) { return java.util.stream.StreamSupport.stream(x.spliterator(), true); }"
            })
    void whatCouldLeaveSomethingBehindIsNot(String members) {
        assertThat(allows(members)).isFalse();
    }

    private static boolean allows(String members) {
        return ReuseAllowList.allows(JAVAC.compileOrThrow(
                Map.of(
                        "a/A.java",
                        "package a; import java.util.*; import java.util.function.*; import java.util.stream.*;"
                                + " class A { " + members + " }"),
                Map.of()));
    }
}
