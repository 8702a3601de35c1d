package gradus.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ModuleBoundariesTest {

    /// The allowed dependencies between rooms: what each room may import.
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "ml", Set.of(),
            "proctor", Set.of("ml"),
            "course", Set.of(),
            "judge", Set.of("course", "proctor"),
            "mastery", Set.of("course"),
            "studio", Set.of("course", "judge", "mastery"));

    /// The packages that every package of the course reader may import.
    private static final Set<String> READING = Set.of(
            "gradus.course",
            "gradus.course.cut",
            "gradus.course.prose",
            "gradus.course.syntax",
            "gradus.course.read.file");

    /// The allowed dependencies within the course: what each of its packages may import from the others.
    private static final Map<String, Set<String>> COURSE_MAY_IMPORT = Map.ofEntries(
            Map.entry("gradus.course", Set.of()),
            Map.entry("gradus.course.formula", Set.of("gradus.course")),
            Map.entry("gradus.course.prose", Set.of("gradus.course")),
            Map.entry("gradus.course.syntax", Set.of("gradus.course")),
            Map.entry("gradus.course.answer", Set.of("gradus.course", "gradus.course.syntax")),
            Map.entry("gradus.course.cut", Set.of("gradus.course", "gradus.course.syntax")),
            Map.entry(
                    "gradus.course.read.file",
                    Set.of("gradus.course", "gradus.course.cut", "gradus.course.prose", "gradus.course.syntax")),
            Map.entry("gradus.course.proof", READING),
            Map.entry("gradus.course.mutant", READING),
            Map.entry("gradus.course.measure", Set.of("gradus.course", "gradus.course.prose", "gradus.course.syntax")),
            Map.entry("gradus.course.read.outline", READING),
            Map.entry("gradus.course.scaffold", READING),
            Map.entry(
                    "gradus.course.read.question", with(READING, "gradus.course.answer", "gradus.course.read.outline")),
            Map.entry(
                    "gradus.course.read.lab",
                    with(
                            READING,
                            "gradus.course.read.outline",
                            "gradus.course.read.question",
                            "gradus.course.proof",
                            "gradus.course.mutant")),
            Map.entry("gradus.course.read.panel", with(READING, "gradus.course.proof")),
            Map.entry(
                    "gradus.course.read",
                    with(
                            READING,
                            "gradus.course.proof",
                            "gradus.course.mutant",
                            "gradus.course.read.outline",
                            "gradus.course.read.question",
                            "gradus.course.read.lab",
                            "gradus.course.read.panel")));

    private static final List<String> ROOMS = House.ROOMS;

    private static final List<String> PACKAGES_OF_THE_COURSE =
            COURSE_MAY_IMPORT.keySet().stream().sorted().toList();

    private static JavaClasses house;

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    @BeforeAll
    static void readTheHouse() {
        house = House.classes();
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomImportsOnlyWhatItMay(String room) {
        String[] forbidden = ROOMS.stream()
                .filter(other -> !other.equals(room) && !MAY_IMPORT.get(room).contains(other))
                .map(other -> "gradus." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("gradus." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .as(
                        "%s may import only %s of our rooms: move this code, or what it needs, to the room where it belongs."
                                .formatted(room, MAY_IMPORT.get(room)))
                .allowEmptyShould(true)
                .check(house);
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aModuleRequiresOnlyWhatItMay(String room) throws IOException {
        Set<String> allowed =
                MAY_IMPORT.get(room).stream().map(other -> "gradus." + other).collect(Collectors.toSet());

        assertThat(required(room).filter(name -> name.startsWith("gradus.")))
                .as("the rooms that %s requires: remove the others from its module-info.java", room)
                .isSubsetOf(allowed);
    }

    @Test
    void theLibraryNeedsNothingButTheJdk() throws IOException {
        assertThat(required("ml"))
                .as("the modules that the library requires: it is plain Java; write what it needs, or do without")
                .allMatch(name -> name.matches("(java|jdk)\\..*"));
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void thePackagesOfARoomHaveNoCycles(String room) {
        SlicesRuleDefinition.slices()
                .assignedFrom(packagesOf(room))
                .should()
                .beFreeOfCycles()
                .as("The packages of %s must not form a cycle: move what both packages need to a package below both."
                        .formatted(room))
                .allowEmptyShould(true)
                .check(house);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES_OF_THE_COURSE")
    void aPackageOfTheCourseImportsOnlyWhatItMay(String name) {
        Set<String> allowed = COURSE_MAY_IMPORT.get(name);
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in packages of the course that it may not import",
                        type -> Rules.in("gradus.course").test(type)
                                && !type.getPackageName().equals(name)
                                && !allowed.contains(type.getPackageName())))
                .as(
                        "%s may import only %s of the course: move this code, or what it needs, to the package where it belongs."
                                .formatted(name, allowed))
                .check(house);
    }

    @Test
    void everyPackageOfTheCourseIsListed() {
        assertThat(house.stream().filter(Rules.in("gradus.course")).map(JavaClass::getPackageName))
                .as("the packages of the course: add a new one to COURSE_MAY_IMPORT, with what it may import")
                .containsOnly(PACKAGES_OF_THE_COURSE.toArray(String[]::new));
    }

    @Test
    void theJudgeUsesOnlyTheTranscriptOfTheProctor() {
        noClasses()
                .that()
                .resideInAPackage("gradus.judge..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in the proctor but not in its transcript package",
                        type -> Rules.in("gradus.proctor").test(type)
                                && !Rules.in("gradus.proctor.transcript").test(type)))
                .as(
                        "The judge may use only gradus.proctor.transcript of the proctor: let the proctor report it in an Event.")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void noSignatureOfTheProctorNamesTheLibrary() {
        Set<String> named = new TreeSet<>();
        house.stream()
                .filter(type -> Rules.in("gradus.proctor").test(type) && isOpen(type.getModifiers()))
                .forEach(type -> Stream.concat(
                                type.getCodeUnits().stream()
                                        .filter(unit -> isOpen(unit.getModifiers()))
                                        .flatMap(ModuleBoundariesTest::typesOf),
                                type.getFields().stream()
                                        .filter(field -> isOpen(field.getModifiers()))
                                        .map(field -> field.getRawType()))
                        .filter(Rules.in("gradus.ml"))
                        .forEach(used -> named.add(type.getName() + " names " + used.getName())));

        assertThat(named)
                .as(
                        "types of the library in signatures of the proctor: use arrays and numbers, because in a child JVM the library is in a layer above the proctor")
                .isEmpty();
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
        return Stream.concat(
                Stream.of(unit.getRawReturnType()),
                Stream.concat(unit.getRawParameterTypes().stream(), unit.getExceptionTypes().stream()));
    }

    private static SliceAssignment packagesOf(String room) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return Rules.in("gradus." + room).test(type)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the packages of " + room;
            }
        };
    }

    private static Stream<String> required(String room) throws IOException {
        try (InputStream module =
                Files.newInputStream(House.ROOT.resolve(room, "target", "classes", "module-info.class"))) {
            return ModuleDescriptor.read(module).requires().stream().map(ModuleDescriptor.Requires::name);
        }
    }
}
