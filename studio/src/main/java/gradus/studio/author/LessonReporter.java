package gradus.studio.author;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.CourseReadResult;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Parallel;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.measure.CheckKinds;
import gradus.course.measure.CutLines;
import gradus.course.measure.DecisionsMeasure;
import gradus.course.measure.ProseMeasure;
import gradus.course.measure.QuestionMeasure;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.studio.author.LessonReport.Bar;
import gradus.studio.author.LessonReport.LabReport;
import gradus.studio.author.LessonReport.TestingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reports on the quality of lessons: what reading them shows, and what their proofs keep. Runs nothing.
public final class LessonReporter {

    private final Path root;
    private final CourseReadResult courseReadResult;
    private final Proofs proofs;

    /// @param root the root folder of the project
    public LessonReporter(Path root, CourseReadResult courseReadResult, Proofs proofs) {
        this.root = root;
        this.courseReadResult = courseReadResult;
        this.proofs = proofs;
    }

    /// The reports on `lessons`.
    public List<LessonReport> report(List<Lesson> lessons) {
        return Parallel.map(lessons, this::report);
    }

    private LessonReport report(Lesson lesson) {
        var prose = new LessonReport.Prose(
                lesson.notes().words(),
                lesson.notes().longestWithoutQuestion(),
                ProseMeasure.readability(root.resolve(lesson.folder())).grade());
        QuestionMeasure questions = QuestionMeasure.of(lesson);
        Optional<LabReport> lab = lesson.coding().map(it -> report(lesson, it));
        Optional<DecisionsMeasure> decisions = lesson.lab().flatMap(it -> switch (it) {
            case Audit audit -> Optional.of(DecisionsMeasure.of(audit.decisions()));
            case Coding coding -> coding.decisions().map(DecisionsMeasure::of);
            case Arena _, Milestone _, Testing _ -> Optional.empty();
        });
        Optional<TestingReport> testing = lesson.testing().map(it -> report(lesson, it));
        int figures = lesson.figures().size();
        int cards = lesson.cards().size();
        List<Bar> bars = new ArrayList<>(Bars.ofPage(prose, questions, figures, cards));
        lab.ifPresent(it -> bars.addAll(Bars.ofLab(it)));
        decisions.ifPresent(it -> bars.addAll(lab.isPresent() ? Bars.ofDecisions(it) : Bars.ofAudit(it)));
        testing.ifPresent(it -> bars.addAll(Bars.ofTesting(it)));
        return new LessonReport(lesson.id(), prose, figures, questions, cards, lab, decisions, testing, bars);
    }

    private TestingReport report(Lesson lesson, Testing lab) {
        Optional<Proof> proof = proofs.of(lesson);
        return new TestingReport(
                lab.mutants().size(),
                lab.atLeast(),
                lab.rightSolutions().size(),
                lab.solutions().weak().size(),
                proof.isPresent() && proofs.status(lesson).isLabCurrent(proof));
    }

    private LabReport report(Lesson lesson, Coding lab) {
        Optional<Proof> proof = proofs.of(lesson);
        boolean proved = proof.isPresent() && proofs.status(lesson).isLabCurrent(proof);
        return new LabReport(
                proofs.references(lesson).stream()
                        .mapToInt(source -> lines(lab, source))
                        .sum(),
                lab.checks().size(),
                (int) lab.checks().stream().filter(Lab.Check::visible).count(),
                CheckKinds.of(lab).values().stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                lab.clauses().size(),
                lab.clauses().stream()
                        .map(Lab.Clause::id)
                        .filter(id -> lab.checks().stream()
                                .noneMatch(check -> check.clauses().contains(id)))
                        .toList(),
                lab.wrongSolutions().size(),
                proved
                        ? (int) lab.wrongSolutions().stream()
                                .filter(LessonReporter::isNamed)
                                .count()
                        : 0,
                lesson.misconceptions().keySet().stream()
                        .filter(id -> shown(lab).noneMatch(id::equals))
                        .sorted()
                        .toList(),
                lab.rightSolutions().size(),
                proved,
                proof.flatMap(Proof::lab).map(LabProof::measured).orElse(Map.of()),
                lab.limits(),
                proof.flatMap(Proof::mutants),
                proof.isPresent() && proofs.isScoreCurrent(lesson, proof.get()),
                lab.gate().isPresent(),
                proof.filter(it -> proofs.isGateCurrent(lesson, it)).flatMap(Proof::gate));
    }

    private static int lines(Coding lab, Source source) {
        return lab.cut(source.className()).map(cut -> CutLines.of(cut, source)).orElse(0);
    }

    /// The misconceptions that a wrong solution shows, or a wrong decision.
    private static Stream<String> shown(Coding lab) {
        return Stream.concat(
                lab.wrongSolutions().stream().flatMap(wrong -> wrong.misconception().stream()),
                lab.decisions().stream()
                        .flatMap(decisions -> decisions.cases().stream())
                        .flatMap(one -> one.answers().stream())
                        .flatMap(answer -> answer.misconception().stream()));
    }

    /// A proof holds only if each wrong solution that fails a check is recognised as itself.
    private static boolean isNamed(Lab.Solution wrong) {
        return wrong.fingerprint().map(it -> !it.checks().isEmpty()).orElse(false);
    }
}
