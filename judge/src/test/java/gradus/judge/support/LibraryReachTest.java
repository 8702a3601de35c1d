package gradus.judge.support;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.javac.Javac;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LibraryReachTest {

    private static final Map<String, byte[]> LIBRARY = compiled(
            Map.of(
                    "Called", "public class Called { public static int one() { return 1; } }",
                    "Caller", "public class Caller { static int two() { return Called.one(); } }",
                    "Field", "public class Field { Element[][] elements; static class Nested { Outer.Inner inner; } }",
                    "Element", "public class Element { }",
                    "Outer",
                            "public class Outer { static class Inner { Parameter with(java.util.List<Generic> p) { return null; } } }",
                    "Parameter", "public class Parameter { }",
                    "Generic", "public class Generic { }",
                    "Shape", "public sealed interface Shape permits Square { }",
                    "Square", "public record Square(Side side) implements Shape { }",
                    "Side", "public record Side(double length) { }"),
            Map.of());

    private final LibraryReach reach = new LibraryReach(LIBRARY);

    private static Map<String, byte[]> compiled(Map<String, String> classes, Map<String, byte[]> given) {
        return Javac.forLearners(given)
                .compileOrThrow(
                        classes.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> "gradus/ml/" + entry.getKey() + ".java",
                                        entry -> "package gradus.ml; " + entry.getValue())),
                        Map.of());
    }

    private List<String> of(String code) {
        Map<String, byte[]> program = compiled(Map.of("Program", "class Program { " + code + " }"), LIBRARY);
        return reach.of(program.values(), List.of()).stream()
                .map(name -> name.substring("gradus.ml.".length()))
                .toList();
    }

    @Test
    void whatIsCalledIsReachedAndWhatThatCalls() {
        assertThat(of("int x = Called.one();")).containsExactly("Called");
        assertThat(of("int x = Caller.two();")).containsExactly("Called", "Caller");
        assertThat(of("java.util.function.IntSupplier x = Called::one;")).containsExactly("Called");
        assertThat(of("int x = 1;")).isEmpty();
    }

    @Test
    void typesOfMembersAreReachedThroughNestedClassesAndArrays() {
        assertThat(of("Field x;")).containsExactly("Element", "Field", "Outer", "Parameter");
        assertThat(of("void x(Field.Nested[] y) {}")).containsExactly("Element", "Field", "Outer", "Parameter");
    }

    @Test
    void theSubclassesOfASealedTypeAreReached() {
        assertThat(of("Shape x;")).containsExactly("Shape", "Side", "Square");
    }

    @Test
    void classesComeWithTheirNestedClasses() {
        assertThat(reach.classes(List.of("gradus.ml.Outer")))
                .containsOnlyKeys("gradus.ml.Outer", "gradus.ml.Outer$Inner");
        assertThat(reach.of(List.of(), List.of("gradus.ml.Caller", "java.lang.String")))
                .containsExactly("gradus.ml.Called", "gradus.ml.Caller");
    }
}
