package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.JudgePaths;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.Compilation;
import gradus.judge.javac.CompileError;
import gradus.judge.javac.Javac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compile process reuses what it has read, which must not change any result.
class CompilerPoolTest {

    /// Three classes that use each other; `A` and `B` depend on each other.
    private static final Map<String, String> LIBRARY = Map.of(
            "gradus/ml/t/A.java",
            "package gradus.ml.t; public class A { public int one() { return 1; } public B b() { return new B(); } }",
            "gradus/ml/t/B.java",
            "package gradus.ml.t; public class B { public int two(A a) { return a.one() + 1; } }",
            "gradus/ml/t/C.java",
            "package gradus.ml.t; public class C { public String three() { return \"3\"; } public record R(A a) {} }");

    /// Right and wrong variants, and some that would compile only with what another one has left behind.
    private static final List<Map<String, String>> MENU = List.of(
            source("A", "public int one() { return 2; } public B b() { return new B(); }"),
            source("A", "public int one() { return new B().two(this); } public B b() { return null; }"),
            source("A", "public long one() { return 1; } public B b() { return new B(); }"),
            source("A", "public int one() { return new B().two(this) + extra(); } public int extra() { return 5; }"),
            source("A", "public int one() { return new Left().x; } public B b() { return null; }"),
            source("A", "public int one() { return 1; } static class Inner {} } class Left { int x = 7;"),
            source("A", "public int one() { return 1 }"),
            source("A", "public int one() { return \"1\"; }"),
            source("A", "public int one() { return new Inner().hashCode(); }"),
            source("B", "public int two(A a) { return a.one() + a.b().two(a); }"),
            source("B", "public int two(A a) { return a.extra(); }"),
            source("B", "public int two(A a) { return new C.R(a).a().one() + new C().three().length(); }"),
            source("C", "public String three() { return \"\" + new A().b().two(new A()); } public record R(A a) {}"),
            source("C", "public String three() { return new R(null).b(); } public record R(B b) {}"),
            both(
                    source("A", "public String one() { return \"1\"; } public B b() { return new B(); }"),
                    source("B", "public int two(A a) { return a.one().length(); }")));

    @TempDir
    static Path folder;

    private static Map<String, byte[]> library;
    private static CompilerPool compilerPool;

    @BeforeAll
    static void open() throws Exception {
        library = Javac.forLearners(Map.of()).compileOrThrow(LIBRARY, Map.of());
        Path written = folder.resolve("library");
        for (var one : library.entrySet()) {
            Path file = written.resolve(one.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
        JudgePaths judgePaths = JudgePaths.locate(written, folder, folder.resolve("data"), folder.resolve("cache"));
        compilerPool = new CompilerPool(
                JvmStarter.unsandboxed(),
                new RuntimeImages(
                        judgePaths.java(),
                        judgePaths.proctor(),
                        judgePaths.judge(),
                        judgePaths.library(),
                        judgePaths.data(),
                        judgePaths.cache()));
    }

    @AfterAll
    static void close() {
        compilerPool.close();
    }

    @Test
    void whatWasCompiledBeforeMakesNoDifference() {
        var chance = new Random(7);
        var expected = new HashMap<Map<String, String>, String>();
        for (int i = 0; i < 300; i++) {
            Map<String, String> sources = MENU.get(chance.nextInt(MENU.size()));
            String fresh = expected.computeIfAbsent(
                    sources, one -> summary(Javac.forLearners(library).compile(one, Map.of())));
            assertThat(summary(compilerPool.forLearners().compile(SourceSet.of(sources), Map.of())))
                    .as("compilation " + i + " of " + sources)
                    .isEqualTo(fresh);
        }
    }

    @Test
    void givenClassesAreThoseOfThisRequest() {
        Map<String, String> user = Map.of("gradus/lab/x/P.java", "package gradus.lab.x; class P { int y = Q.VALUE; }");
        for (int i = 0; i < 6; i++) {
            String field = i % 2 == 0 ? "static final int VALUE = " + i + ";" : "static final String VALUE = \"\";";
            Map<String, byte[]> given = Javac.forLearners(Map.of())
                    .compileOrThrow(
                            Map.of("gradus/lab/x/Q.java", "package gradus.lab.x; class Q { " + field + " }"), Map.of());
            assertThat(compilerPool.forLearners().compile(SourceSet.of(user), given))
                    .isInstanceOf(i % 2 == 0 ? CompileResult.Success.class : CompileResult.Failure.class);
        }
    }

    private static String summary(CompileResult compileResult) {
        return switch (compileResult) {
            case CompileResult.Success success -> summary(success.classes());
            case CompileResult.Failure failure -> summary(failure.errors());
            case CompileResult.Timeout slow -> "too slow";
        };
    }

    private static String summary(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled compiled -> summary(compiled.classes());
            case Compilation.Rejected rejected -> summary(rejected.errors());
        };
    }

    private static String summary(Map<String, byte[]> classes) {
        var text = new StringBuilder();
        new TreeMap<>(classes)
                .forEach((name, bytes) -> text.append(name)
                        .append(' ')
                        .append(java.util.Arrays.hashCode(bytes))
                        .append('\n'));
        return text.toString();
    }

    private static String summary(List<CompileError> errors) {
        return String.join("\n", errors.stream().map(CompileError::toString).toList());
    }

    private static Map<String, String> source(String name, String body) {
        return Map.of(
                "gradus/ml/t/" + name + ".java", "package gradus.ml.t; public class " + name + " { " + body + " }");
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }
}
