package gradus.judge.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavacTest {

    private final Javac javac = Javac.forLearners(Map.of());

    @Test
    void classesComeBackInMemoryWithWhatIsNestedInThem() {
        Built built = javac.compile(Map.of("a/A.java", "package a; public class A { record B() {} }"), Map.of());

        assertThat(built)
                .isInstanceOfSatisfying(
                        Built.Classes.class,
                        classes -> assertThat(classes.classes()).containsOnlyKeys("a.A", "a.A$B"));
    }

    @Test
    void oneCompilationKnowsNothingOfAnother() {
        javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of());
        Built built = javac.compile(Map.of("a/B.java", "package a; public class B extends A {}"), Map.of());

        assertThat(built).isInstanceOf(Built.Refused.class);
    }

    @Test
    void givenClassesCanBeUsed() {
        var given = ((Built.Classes) javac.compile(Map.of("a/A.java", "package a; public class A {}"), Map.of()));
        Built built = javac.compile(Map.of("a/B.java", "package a; class B extends A {}"), given.classes());

        assertThat(built).isInstanceOf(Built.Classes.class);
    }

    @Test
    void anErrorIsPlacedByLineAndColumn() {
        Built built = javac.compile(Map.of("a/A.java", "package a;\n\nclass A {\n    int x = true;\n}\n"), Map.of());

        assertThat(((Built.Refused) built).complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.path()).isEqualTo("a/A.java");
            assertThat(complaint.line()).isEqualTo(4);
            assertThat(complaint.column()).isEqualTo(13);
            assertThat(complaint.message()).isEqualTo("incompatible types: boolean cannot be converted to int");
            assertThat(complaint.plain()).isEqualTo("The value's type is not the type that is needed here.");
        });
    }

    @Test
    void nestingThatIsTooDeepForTheCompilerIsRefused() {
        String deep = "(".repeat(60_000) + "1" + ")".repeat(60_000);
        Built built = javac.compile(Map.of("a/A.java", "package a; class A { int x = " + deep + "; }"), Map.of());

        assertThat(((Built.Refused) built).complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.plain()).contains("nested too deeply"));
    }

    @Test
    void onlyTheBaseOfThePlatformIsSeen() {
        Built built = javac.compile(Map.of("a/A.java", "package a; class A { java.sql.Date date; }"), Map.of());

        assertThat(((Built.Refused) built).complaints().getFirst().plain()).contains("closed here");
    }
}
