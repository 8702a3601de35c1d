package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Course;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.read.CourseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slips in the library's classes, judged by the real labs: how often the one sentence that a learner gets is
/// the one that a teacher would have said.
class MutantsTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();
    private static final double SHARE = 0.80;

    @TempDir
    static Path folder;

    private static LocalJudge judge;
    private static List<Lab> labs;

    @BeforeAll
    static void open() {
        judge = LocalJudge.staying(Toolbox.found(ROOT.resolve("data"), folder.resolve("cache")));
        Course course = CourseReader.read(ROOT, (formula, _) -> formula).course();
        labs = course.lessons().stream()
                .flatMap(lesson -> lesson.lab().stream())
                .toList();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void fourOfFiveMistakesGetTheDiagnosisThatATeacherWouldGive() throws IOException {
        List<Mutant> mutants = Mutant.read(Toy.RESOURCES.resolve("mutants/table.txt"));
        assertThat(mutants).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        labs.forEach(judge::learnWrongSolutions);
        Stream<Supplier<Told>> slips = mutants.stream().map(mutant -> () -> told(mutant));
        Stream<Supplier<Told>> known =
                labs.stream().flatMap(lab -> lab.wrong().stream().map(wrong -> () -> told(lab, wrong)));
        List<Told> told =
                Stream.concat(slips, known).parallel().map(Supplier::get).toList();

        String table = told.stream().map(Told::line).collect(Collectors.joining("\n"));
        double share = told.stream().filter(Told::intended).count() / (double) told.size();
        System.out.printf(
                "%s%n%d mutants, %d wrong solutions: %.1f %%%n",
                table, mutants.size(), told.size() - mutants.size(), 100 * share);
        assertThat(told)
                .as("mutants that pass every check")
                .filteredOn(Told::passed)
                .isEmpty();
        assertThat(share).as(table).isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void aRightSolutionGetsNoDiagnosis() {
        for (Lab lab : labs) {
            for (Lab.Solution right : lab.right()) {
                assertThat(judge(lab, LocalJudge.submission(lab, right)))
                        .as(right.name())
                        .isInstanceOf(Verdict.Passed.class);
            }
        }
    }

    private static Told told(Mutant mutant) {
        Lab lab = labs.stream()
                .filter(each ->
                        each.cuts().stream().anyMatch(cut -> cut.simpleName().equals(mutant.type())))
                .findFirst()
                .orElseThrow();
        Source source = Source.of(lab.cuts().getFirst().type(), mutant.source(ROOT));
        Verdict verdict = judge(lab, new Submission(lab.lesson(), Map.of(source.path(), source.text())));
        Optional<Verdict.Diagnosis> diagnosis = diagnosis(verdict);
        String sentence = diagnosis.map(Verdict.Diagnosis::sentence).orElse(verdict.toString());
        String recognised = recognised(diagnosis);
        boolean like = mutant.like().contains(recognised);
        boolean says = Pattern.compile(mutant.says(), Pattern.CASE_INSENSITIVE)
                .matcher(sentence)
                .find();
        // A hint for another mistake is wrong, whatever the sentence says.
        boolean intended = recognised.isEmpty() ? says : like;
        return new Told(
                mutant.type() + ": " + String.join(" ", mutant.fresh()),
                mutant.says(),
                sentence + (recognised.isEmpty() ? "" : " [" + recognised + "]"),
                intended,
                verdict instanceof Verdict.Passed);
    }

    private static Told told(Lab lab, Lab.Solution wrong) {
        Verdict verdict = judge(lab, LocalJudge.submission(lab, wrong));
        Optional<Verdict.Diagnosis> diagnosis = diagnosis(verdict);
        String sentence = diagnosis.map(Verdict.Diagnosis::sentence).orElse(verdict.toString());
        return new Told(
                lab.lesson() + "/" + wrong.name(),
                wrong.name(),
                sentence + " [" + recognised(diagnosis) + "]",
                recognised(diagnosis).equals(wrong.name()),
                verdict instanceof Verdict.Passed);
    }

    private static Optional<Verdict.Diagnosis> diagnosis(Verdict verdict) {
        return verdict instanceof Verdict.NotYet notYet ? Optional.of(notYet.diagnosis()) : Optional.empty();
    }

    private static String recognised(Optional<Verdict.Diagnosis> diagnosis) {
        return diagnosis
                .flatMap(Verdict.Diagnosis::recognised)
                .map(Verdict.Recognised::name)
                .orElse("");
    }

    private static Verdict judge(Lab lab, Submission submission) {
        return judge.judge(lab, submission, Parts.NONE, _ -> {});
    }

    /// What came of one mistake.
    private record Told(String mistake, String wanted, String said, boolean intended, boolean passed) {

        String line() {
            return (intended ? "  " : "✗ ") + mistake + "\n      wanted " + wanted + "\n      got    " + said;
        }
    }

    /// One slip.
    private record Mutant(String type, List<String> old, List<String> fresh, String says, List<String> like) {

        static List<Mutant> read(Path table) throws IOException {
            String text = Files.readString(table)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
            return Stream.of(text.strip().split("\n\n+")).map(Mutant::of).toList();
        }

        private static Mutant of(String block) {
            List<String> lines = block.strip().lines().toList();
            return new Mutant(
                    lines.getFirst(),
                    marked(lines, "- "),
                    marked(lines, "+ "),
                    marked(lines, "= ").getFirst(),
                    marked(lines, "~ "));
        }

        private static List<String> marked(List<String> lines, String mark) {
            return lines.stream()
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()))
                    .toList();
        }

        /// The library's source with the slip in it.
        String source(Path root) {
            String text = read(root, "ml/src/main/java");
            Pattern place =
                    Pattern.compile(old.stream().map(Pattern::quote).collect(Collectors.joining("\\s*\\n\\s*")));
            long places = place.matcher(text).results().count();
            assertThat(places).as("%s in %s", old, type).isEqualTo(1);
            return place.matcher(text).replaceFirst(java.util.regex.Matcher.quoteReplacement(String.join("\n", fresh)));
        }

        private String read(Path root, String folder) {
            try (var files = Files.walk(root.resolve(folder))) {
                Path file = files.filter(each -> each.endsWith(type + ".java"))
                        .findFirst()
                        .orElseThrow();
                return Files.readString(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
