package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Term;
import gradus.course.read.CourseReader;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The glossary: every public type of the library belongs to a term, and the glossary has the names that
/// others use.
class GlossaryTest {

    private static List<Term> terms;
    private static Set<String> names;
    private static JavaClasses house;

    @BeforeAll
    static void readTheGlossary() {
        house = House.classes();
        CourseReadResult result = CourseReader.read(House.ROOT, (formula, display) -> formula);
        Course course = result.course();
        terms = course.glossary();
        names = terms.stream()
                .flatMap(term -> Stream.concat(Stream.of(term.name()), term.also().stream()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void theGlossaryHasAtLeast250Terms() {
        assertThat(terms).hasSizeGreaterThanOrEqualTo(250);
    }

    @Test
    void everyPublicTypeOfTheLibraryBelongsToATerm() {
        Set<String> reached = terms.stream()
                .flatMap(term -> term.where().stream())
                .map(where -> where.replaceFirst("#.*", ""))
                .collect(Collectors.toSet());
        Set<String> exported = exportedPackages();

        List<String> unreached = house.stream()
                .filter(type -> exported.contains(type.getPackageName()) && isPublic(type))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getName)
                .filter(name -> reached.stream().noneMatch(where -> where.equals(name) || where.startsWith(name + ".")))
                .sorted()
                .toList();

        assertThat(unreached)
                .as("public types of ml that no term in curriculum/glossary has in its `where`")
                .isEmpty();
    }

    @Test
    void everyTypeAndMemberInATermExists() {
        List<String> missing = terms.stream()
                .flatMap(term ->
                        term.where().stream().filter(where -> !exists(where)).map(where -> term.name() + ": " + where))
                .toList();

        assertThat(missing)
                .as("types and members in `where` that the library doesn't have")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scikit-learn.txt", "pytorch.txt", "textbooks.txt"})
    void theNamesThatOthersUseAreInTheGlossary(String list) throws IOException {
        List<String> unknown = lines(list).stream()
                .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
                .toList();

        assertThat(unknown)
                .as("names in " + list + " that are neither a term nor in the `also` of one")
                .isEmpty();
    }

    @Test
    void theMeaningOfATermIsOneOrTwoSentences() {
        assertThat(terms).allSatisfy(term -> {
            assertThat(term.meaning()).as(term.name()).matches("(?s)[\\p{Lu}\\p{L}\\p{N}`(−|‖∂∇σ].*[.)]");
            assertThat(term.meaning().length()).as(term.name()).isBetween(20, 400);
        });
    }

    private static boolean exists(String where) {
        String[] parts = where.split("#", 2);
        return house.stream()
                .filter(type -> type.getName().replace('$', '.').equals(parts[0]))
                .anyMatch(type -> parts.length == 1
                        || type.getAllMembers().stream()
                                .anyMatch(member -> member.getName().equals(parts[1])));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Set<String> exportedPackages() {
        var exported = new HashSet<String>();
        ModuleFinder.of(House.ROOT.resolve("ml/target/classes"))
                .find("gradus.ml")
                .orElseThrow()
                .descriptor()
                .exports()
                .forEach(export -> exported.add(export.source()));
        return exported;
    }

    private static List<String> lines(String resource) throws IOException {
        try (var in = GlossaryTest.class.getResourceAsStream(resource)) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
