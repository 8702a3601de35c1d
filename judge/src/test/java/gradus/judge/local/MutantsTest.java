package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Parallel;
import gradus.course.read.CourseReader;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mistakes in the library's classes, judged by the real labs: how often is the diagnosis the one that a
/// teacher would give?
class MutantsTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();
    private static final double SHARE = 0.80;
    private static final int FEW = 8;
    private static final Pattern SAYS_LITTLE = Pattern.compile("(?s) returned .*, expected (?:(?!\\. [A-Z]).)*: "
            + "|, but a result was expected: "
            + "|doesn't return what the contract says");

    @TempDir
    static Path folder;

    private static LocalJudge judge;
    private static List<Mutant> mutants;

    /// The labs that the mutants are of. That each lab recognises its own wrong solutions is in its proof.
    private static List<Coding> labs;

    @BeforeAll
    static void open() throws IOException {
        judge = LocalJudge.oneShot(JudgePaths.locate(ROOT, ToyLibrary.cache(folder)));
        mutants = Mutant.read("mutants/table.txt");
        List<Coding> all = CourseReader.read(ROOT, (formula, _) -> formula).course().lessons().stream()
                .flatMap(lesson -> lesson.coding().stream())
                .toList();
        labs = mutants.stream().map(mutant -> mutant.lab(all)).distinct().toList();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void noneOfAFewMistakesPassesOrMisleads() {
        noneMisleads(Sample.of(mutants, FEW));
    }

    @Test
    @Tag("hostile")
    void fourOfFiveMistakesGetTheDiagnosisThatATeacherWouldGive() {
        assertThat(mutants).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        List<Diagnosed> diagnosed = noneMisleads(mutants);
        assertThat(share(diagnosed)).isGreaterThanOrEqualTo(SHARE);
    }

    /// @return what was said of each
    private static List<Diagnosed> noneMisleads(List<Mutant> mistakes) {
        labs.forEach(judge::recordWrongSolutions);
        List<Diagnosed> diagnosed = Parallel.map(mistakes, MutantsTest::diagnose);

        String table = diagnosed.stream().map(Diagnosed::line).collect(Collectors.joining("\n"));
        System.out.printf(
                "%s%n%d mutants: %.1f %% as a teacher would; %d say only what was returned and expected, %d mislead%n",
                table,
                mistakes.size(),
                100 * share(diagnosed),
                diagnosed.stream().filter(Diagnosed::saysLittle).count(),
                diagnosed.stream().filter(Diagnosed::misleads).count());
        assertThat(diagnosed)
                .as("mutants that pass every check")
                .filteredOn(Diagnosed::passed)
                .isEmpty();
        assertThat(diagnosed)
                .as("diagnoses that say something twice")
                .filteredOn(Diagnosed::repeats)
                .isEmpty();
        assertThat(diagnosed)
                .as("misleading diagnoses")
                .filteredOn(Diagnosed::misleads)
                .isEmpty();
        return diagnosed;
    }

    private static double share(List<Diagnosed> diagnosed) {
        return diagnosed.stream().filter(Diagnosed::intended).count() / (double) diagnosed.size();
    }

    @Test
    void tenBeginnersMistakesAreExplained() throws IOException {
        List<Mutant> beginners = Mutant.read("mutants/beginners.txt");
        assertThat(beginners).hasSizeGreaterThanOrEqualTo(10);
        labs.forEach(judge::recordWrongSolutions);
        List<Diagnosed> diagnosed = Parallel.map(beginners, MutantsTest::diagnose);

        String table = diagnosed.stream().map(Diagnosed::line).collect(Collectors.joining("\n"));
        System.out.println(table);
        assertThat(diagnosed).as(table).allMatch(Diagnosed::intended).noneMatch(Diagnosed::repeats);
    }

    @Test
    void ofAFewMistakesWithSeveralPossibleCausesNoneIsNamed() throws IOException {
        noCauseIsNamed(Sample.of(Mutant.read("mutants/misleading.txt"), FEW / 2));
    }

    @Test
    @Tag("hostile")
    void aMistakeWithSeveralPossibleCausesIsDescribedAndNoCauseIsNamed() throws IOException {
        List<Mutant> misleading = Mutant.read("mutants/misleading.txt");
        assertThat(misleading).hasSizeGreaterThanOrEqualTo(10);
        noCauseIsNamed(misleading);
    }

    private static void noCauseIsNamed(List<Mutant> misleading) {
        labs.forEach(judge::recordWrongSolutions);
        List<Diagnosed> diagnosed = Parallel.map(misleading, MutantsTest::diagnose);

        String table = diagnosed.stream().map(Diagnosed::line).collect(Collectors.joining("\n"));
        System.out.println(table);
        assertThat(diagnosed).as(table).allMatch(Diagnosed::intended).noneMatch(Diagnosed::repeats);
    }

    @Test
    void noneOfAFewPassesThatLookRightAndBreakTheContract() throws IOException {
        nonePasses(Sample.of(Mutant.read("mutants/cheats.txt"), FEW));
    }

    @Test
    @Tag("hostile")
    void nothingPassesThatLooksRightAndBreaksTheContract() throws IOException {
        List<Mutant> cheats = Mutant.read("mutants/cheats.txt");
        assertThat(cheats).hasSizeGreaterThanOrEqualTo(14).doesNotHaveDuplicates();
        nonePasses(cheats);
    }

    private static void nonePasses(List<Mutant> cheats) {
        List<Verdict> verdicts = Parallel.map(cheats, cheat -> {
            Coding lab = cheat.lab(labs);
            return judge(lab, cheat.submission(lab));
        });

        assertThat(cheats)
                .zipSatisfy(
                        verdicts,
                        (cheat, verdict) ->
                                assertThat(verdict).as(cheat.title()).isInstanceOf(Verdict.NotYet.class));
    }

    @Test
    void aDifferentRightSolutionPasses() throws IOException {
        for (Mutant other : Mutant.read("mutants/right.txt")) {
            Coding lab = other.lab(labs);
            assertThat(judge(lab, other.submission(lab))).as(other.title()).isInstanceOf(Verdict.Passed.class);
        }
    }

    private static Diagnosed diagnose(Mutant mutant) {
        Coding lab = mutant.lab(labs);
        Verdict verdict = judge(lab, mutant.submission(lab));
        Optional<Verdict.Diagnosis> diagnosis = diagnosis(verdict);
        String sentence = diagnosis.map(Verdict.Diagnosis::message).orElse(verdict.toString());
        String recognised = recognised(diagnosis);
        boolean like = mutant.like().contains(recognised);
        boolean hinted = diagnosis
                .flatMap(Verdict.Diagnosis::recognised)
                .filter(known -> known.hints().size() > 1)
                .isPresent();
        boolean says = finds(mutant.says(), sentence)
                && (mutant.neverSays().isEmpty() || !finds(mutant.neverSays(), sentence));
        // A hint for another mistake is wrong, whatever the message says; the question of a similar one isn't.
        boolean intended = hinted ? like : says;
        return new Diagnosed(
                mutant.title(),
                mutant.says(),
                sentence + (recognised.isEmpty() ? "" : " [" + recognised + (hinted ? "" : "?") + "]"),
                intended,
                verdict instanceof Verdict.Passed);
    }

    private static boolean finds(String expression, String sentence) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                .matcher(sentence)
                .find();
    }

    private static Optional<Verdict.Diagnosis> diagnosis(Verdict verdict) {
        return verdict instanceof Verdict.NotYet notYet ? Optional.of(notYet.diagnosis()) : Optional.empty();
    }

    private static String recognised(Optional<Verdict.Diagnosis> diagnosis) {
        return diagnosis
                .flatMap(Verdict.Diagnosis::recognised)
                .map(Verdict.RecognisedMistake::name)
                .orElse("");
    }

    private static Verdict judge(Coding lab, Submission submission) {
        return judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
    }

    /// The diagnosis of one mistake.
    private record Diagnosed(String mistake, String wanted, String said, boolean intended, boolean passed) {

        /// Only the call, what it returned or threw, what was expected, and the check's own reason.
        boolean saysLittle() {
            return SAYS_LITTLE.matcher(said).find();
        }

        boolean misleads() {
            return !intended && !saysLittle();
        }

        /// Whether a sentence appears twice.
        boolean repeats() {
            List<String> sentences = List.of(said.split("(?<=[.?!…:]) "));
            return sentences.stream()
                    .filter(sentence -> sentence.length() > 12)
                    .anyMatch(sentence -> sentences.indexOf(sentence) < sentences.lastIndexOf(sentence));
        }

        String line() {
            return (intended ? "  " : "✗ ") + mistake + "\n      wanted " + wanted + "\n      got    " + said;
        }
    }
}
