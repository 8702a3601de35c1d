package gradus.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavacTest {

    private final Javac javac = Javac.forLearners(Map.of());

    @Test
    void nestedClassesAreReturnedInMemory() {
        CompileResult compileResult =
                javac.compile(Map.of("a/A.java", "package a; public class A { record B() {} }"), Map.of());

        assertThat(compileResult)
                .isInstanceOfSatisfying(
                        CompileResult.Success.class,
                        success -> assertThat(success.classes()).containsOnlyKeys("a.A", "a.A$B"));
    }

    @Test
    void compilationsAreIndependent() {
        javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of());
        CompileResult compileResult =
                javac.compile(Map.of("a/B.java", "package a; public class B extends A {}"), Map.of());

        assertThat(compileResult).isInstanceOf(CompileResult.Failure.class);
    }

    @Test
    void providedClassesCanBeUsed() {
        var given =
                ((CompileResult.Success) javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of()));
        CompileResult compileResult =
                javac.compile(Map.of("a/B.java", "package a; class B extends A {}"), given.classes());

        assertThat(compileResult).isInstanceOf(CompileResult.Success.class);
    }

    @Test
    void anErrorHasALineAndAColumn() {
        CompileResult compileResult =
                javac.compile(Map.of("a/A.java", "package a;\n\nclass A {\n    int x = true;\n}\n"), Map.of());

        assertThat(((CompileResult.Failure) compileResult).errors())
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
        CompileResult compileResult =
                javac.compile(Map.of("a/A.java", "package a; class A { int x = " + deep + "; }"), Map.of());

        assertThat(((CompileResult.Failure) compileResult).errors())
                .singleElement()
                .satisfies(
                        compileError -> assertThat(compileError.explanation()).contains("nested too deeply"));
    }

    @Test
    void onlyJavaBaseIsVisible() {
        CompileResult compileResult =
                javac.compile(Map.of("a/A.java", "package a; class A { java.sql.Date date; }"), Map.of());

        assertThat(((CompileResult.Failure) compileResult).errors().getFirst().explanation())
                .contains("Labs can't use this package");
    }
}
