package gradus.judge.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavacTest {

    private final Javac javac = Javac.forLearners(Map.of());

    @Test
    void nestedClassesAreReturnedInMemory() {
        Compilation compileResult =
                javac.compile(Map.of("a/A.java", "package a; public class A { record B() {} }"), Map.of());

        assertThat(compileResult)
                .isInstanceOfSatisfying(
                        Compilation.Compiled.class,
                        success -> assertThat(success.classes()).containsOnlyKeys("a.A", "a.A$B"));
    }

    @Test
    void compilationsAreIndependent() {
        javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of());
        Compilation compileResult =
                javac.compile(Map.of("a/B.java", "package a; public class B extends A {}"), Map.of());

        assertThat(compileResult).isInstanceOf(Compilation.Rejected.class);
    }

    @Test
    void providedClassesCanBeUsed() {
        var given =
                ((Compilation.Compiled) javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of()));
        Compilation compileResult =
                javac.compile(Map.of("a/B.java", "package a; class B extends A {}"), given.classes());

        assertThat(compileResult).isInstanceOf(Compilation.Compiled.class);
    }

    /// This source makes the compiler of JDK 25 fail after it has reported the error.
    @Test
    void anErrorIsReportedThoughTheCompilerFailsOverIt() {
        var source = """
                package a;
                class A {
                    A plus(A other) { return this; }
                    static A of(int n) { return new A(); }
                    A f(double shift, int n) {
                        return plus(shift.times(A.of(n)));
                    }
                }
                """;
        for (int i = 0; i < 2; i++) {
            Compilation compileResult = javac.compile(Map.of("a/A.java", source), Map.of());

            assertThat(((Compilation.Rejected) compileResult).errors())
                    .singleElement()
                    .satisfies(compileError -> {
                        assertThat(compileError.line()).isEqualTo(6);
                        assertThat(compileError.message()).contains("double cannot be dereferenced");
                    });
        }
        assertThat(javac.compile(Map.of("a/A.java", source.replace("shift.times(A.of(n))", "A.of(n)")), Map.of()))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void anErrorHasALineAndAColumn() {
        Compilation compileResult =
                javac.compile(Map.of("a/A.java", "package a;\n\nclass A {\n    int x = true;\n}\n"), Map.of());

        assertThat(((Compilation.Rejected) compileResult).errors())
                .singleElement()
                .satisfies(compileError -> {
                    assertThat(compileError.path()).isEqualTo("a/A.java");
                    assertThat(compileError.line()).isEqualTo(4);
                    assertThat(compileError.column()).isEqualTo(13);
                    assertThat(compileError.message())
                            .isEqualTo("incompatible types: boolean cannot be converted to int");
                    assertThat(compileError.explanation())
                            .isEqualTo("The value doesn't have the type that's needed here.");
                });
    }

    @Test
    void tooDeepNestingIsRejected() {
        String deep = "(".repeat(60_000) + "1" + ")".repeat(60_000);
        Compilation compileResult =
                javac.compile(Map.of("a/A.java", "package a; class A { int x = " + deep + "; }"), Map.of());

        assertThat(((Compilation.Rejected) compileResult).errors())
                .singleElement()
                .satisfies(
                        compileError -> assertThat(compileError.explanation()).contains("nested too deeply"));
    }

    @Test
    void onlyJavaBaseIsVisible() {
        Compilation compileResult =
                javac.compile(Map.of("a/A.java", "package a; class A { java.sql.Date date; }"), Map.of());

        assertThat(((Compilation.Rejected) compileResult).errors().getFirst().explanation())
                .contains("Labs can't use this package");
    }
}
