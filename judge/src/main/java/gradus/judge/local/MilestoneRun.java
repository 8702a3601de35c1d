package gradus.judge.local;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Source;
import gradus.course.cut.SolutionSources;
import gradus.judge.Cancellation;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.diagnose.CodeNotes;
import gradus.judge.diagnose.MilestoneGrader;
import gradus.judge.process.WorkerKind;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Runs a milestone: its checks with the learner's parts, with the library to compare, and with each ablation.
final class MilestoneRun {

    private final JudgeEngine engine;
    private final Milestone lab;
    private final MilestoneGrader grader;
    private final Cancellation cancellation;
    private final Consumer<ProgressEvent> progressListener;
    private final Map<String, byte[]> checkClasses;

    MilestoneRun(
            JudgeEngine engine, Milestone lab, Cancellation cancellation, Consumer<ProgressEvent> progressListener) {
        this.engine = engine;
        this.lab = lab;
        this.grader = new MilestoneGrader(lab);
        this.cancellation = cancellation;
        this.progressListener = progressListener;
        this.checkClasses = engine.courseCompiler()
                .compileOrThrow(
                        lab.checkSources().stream().collect(Collectors.toMap(Source::path, Source::text)), Map.of());
    }

    /// Runs it with the learner's parts.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Verdict judge(LearnerParts learnerParts) {
        CompiledParts own = engine.compile(Optional.empty(), learnerParts);
        if (!lab.parts().stream().map(Cut::type).allMatch(own.parts()::contains)) {
            return MilestoneGrader.outgrown(own.remarks());
        }
        CheckRunResult learners = measure(own, progressListener);
        progressListener.accept(checking(Milestone.LIBRARY));
        CheckRunResult library = measure(engine.compile(Optional.empty(), LearnerParts.NONE), _ -> {});
        if (!library.passed()) {
            throw new JudgeException("with the library itself the milestone " + lab.lesson() + " isn't reached");
        }
        progressListener.accept(new ProgressEvent.Checked(grader.library(library)));
        return grade(own, learners, library, learnerParts);
    }

    /// Runs it with the library in the place of the learner's parts.
    Verdict prove() {
        CompiledParts none = engine.compile(Optional.empty(), LearnerParts.NONE);
        CheckRunResult library = measure(none, progressListener);
        return grade(none, library, library, LearnerParts.NONE);
    }

    private Verdict grade(
            CompiledParts own, CheckRunResult learners, CheckRunResult library, LearnerParts learnerParts) {
        var ablations = new ArrayList<CheckResult>();
        if (learners.passed()) {
            for (Milestone.Ablation ablation : lab.ablations()) {
                progressListener.accept(checking(ablation.id()));
                ablations.add(grader.ablation(ablation, measure(without(ablation, learnerParts), _ -> {})));
                progressListener.accept(new ProgressEvent.Checked(ablations.getLast()));
            }
        }
        return grader.grade(
                new MilestoneGrader.Runs(own.parts(), own.compiled().took(), learners, library, ablations),
                CodeNotes.of(own.compiled()),
                own.remarks());
    }

    private ProgressEvent checking(String id) {
        return new ProgressEvent.Checking(id, grader.check(id).title());
    }

    /// The learner's parts, with the members of an ablation in the place of theirs.
    private CompiledParts without(Milestone.Ablation ablation, LearnerParts learnerParts) {
        List<LearnerPart> ablated = ablated(ablation);
        return engine.partsCompiler(Optional.empty())
                .compile(SourceSets.others(ablation.members(), learnerParts), parts -> {
                    LearnerParts all = parts;
                    for (LearnerPart part : ablated) {
                        all = all.with(part);
                    }
                    return engine.sourceSets().parts(Optional.empty(), all);
                });
    }

    private List<LearnerPart> ablated(Milestone.Ablation ablation) {
        List<Source> complete =
                SolutionSources.of(lab.parts(), lab.references()).complete(ablation.code());
        return ablation.members().stream()
                .flatMap(cut -> complete.stream()
                        .filter(source -> source.className().equals(cut.type()))
                        .map(source -> new LearnerPart(source, cut.members(), List.of())))
                .toList();
    }

    /// Runs the checks in a JVM of their own.
    private CheckRunResult measure(CompiledParts parts, Consumer<ProgressEvent> listener) {
        cancellation.check();
        LearnerCode code = LearnerCode.of(parts.compiled());
        Map<String, byte[]> classes = parts.compiled().classes();
        var job = new Job(
                engine.reachable(classes, checkClasses),
                classes,
                checkClasses,
                new Job.RunChecks(
                        lab.measures().stream().map(MilestoneRun::call).toList(), OptionalLong.empty()));
        return engine.checkRunner()
                .run(
                        engine.workerPool().acquire(WorkerKind.of(lab.limits(), code.classes())),
                        job,
                        new CheckRunMonitor(
                                lab.limits(), Optional.empty(), RequestedChecks.of(lab.measures()), code, listener),
                        cancellation);
    }

    private static Job.CheckMethod call(Lab.Check check) {
        return new Job.CheckMethod(check.id(), check.className(), check.method(), false);
    }
}
