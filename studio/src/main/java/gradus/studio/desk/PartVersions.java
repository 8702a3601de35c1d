package gradus.studio.desk;

import gradus.course.Coding;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.LabFiles;
import gradus.course.cut.LibraryClass;
import gradus.course.cut.Merged;
import gradus.course.cut.Merger;
import gradus.course.cut.Starter;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Remark;
import gradus.mastery.Absence;
import gradus.studio.desk.RunningParts.RunningPart;
import gradus.studio.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Says which version of a part ran where the file in the workspace is another one now. What runs has passed, so
/// that a file which was broken since isn't what a verdict is about.
final class PartVersions {

    private final Workspace workspace;
    private final Function<Coding, LabFiles> labFiles;
    private final InstantSource clock;

    /// Whether a file has the code that passed: found once for each version of it, because it takes parsing.
    private final Map<Comparison, Boolean> known = new ConcurrentHashMap<>();

    PartVersions(Workspace workspace, Function<Coding, LabFiles> labFiles, InstantSource clock) {
        this.workspace = workspace;
        this.labFiles = labFiles;
        this.clock = clock;
    }

    /// The verdict of `judge` on the parts that run, with a remark for each part with which the checks ran and whose
    /// file has changed.
    Verdict judged(List<RunningPart> running, Function<LearnerParts, Verdict> judge) {
        return remark(judge.apply(RunningParts.learnerParts(running)), running);
    }

    private Verdict remark(Verdict verdict, List<RunningPart> running) {
        return switch (verdict) {
            case Verdict.Passed it ->
                new Verdict.Passed(
                        it.checks(),
                        it.integration(),
                        with(it.remarks(), it.integration(), running),
                        it.resourceUsage(),
                        it.output());
            case Verdict.ChecksPassed it ->
                new Verdict.ChecksPassed(
                        it.checks(),
                        it.integration(),
                        with(it.remarks(), it.integration(), running),
                        it.resourceUsage(),
                        it.output());
            case Verdict.NotYet _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _,
                    Verdict.JudgeFault _ -> verdict;
        };
    }

    private List<Remark> with(List<Remark> remarks, Integration integration, List<RunningPart> running) {
        var all = new ArrayList<>(remarks);
        named(integration).flatMap(type -> remark(type, running).stream()).forEach(all::add);
        return all;
    }

    /// The parts that a verdict names.
    private static Stream<String> named(Integration integration) {
        return switch (integration) {
            case Integration.NoOtherParts _ -> Stream.of();
            case Integration.Passed it -> it.parts().stream();
            case Integration.Failed it -> Stream.of(it.part());
        };
    }

    private Optional<Remark> remark(String type, List<RunningPart> running) {
        return running.stream()
                .filter(it -> it.part().file().className().equals(type) && hasChanged(it))
                .map(RunningPart::passedAt)
                .max(Instant::compareTo)
                .map(passedAt -> new Remark(Optional.empty(), sentence(type, passedAt)));
    }

    private String sentence(String type, Instant passedAt) {
        String date = Absence.isCredible(passedAt, clock.instant())
                ? " (" + LocalDate.ofInstant(passedAt, ZoneId.systemDefault()) + ")"
                : "";
        String unreadable = workspace.text(Source.pathOf(type)).isEmpty() ? ", which can't be read" : "";
        return "It ran with your " + type.substring(type.lastIndexOf('.') + 1) + " as it last passed" + date
                + ", not with the file as it is now" + unreadable + ".";
    }

    private boolean hasChanged(RunningPart running) {
        LearnerPart part = running.part();
        Optional<String> now = workspace.text(part.file().path());
        return now.isEmpty()
                || !now.get().equals(part.file().text())
                        && !known.computeIfAbsent(
                                new Comparison(part.file(), part.members(), now.get()),
                                comparison -> hasSameCode(running, comparison));
    }

    /// Later lessons add members to the file, and a learner may comment it or lay it out anew: only what counts of it
    /// is compared.
    private boolean hasSameCode(RunningPart running, Comparison comparison) {
        Source file = comparison.file();
        return labFiles.apply(running.lab()).starters().stream()
                .filter(starter -> starter.cut().type().equals(file.className()))
                .map(Starter::library)
                .map(LibraryClass::of)
                .anyMatch(library -> {
                    Optional<Merged> passed = merged(library, file, running.part());
                    Optional<Merged> now =
                            merged(library, Source.of(file.className(), comparison.now()), running.part());
                    // What doesn't fit today's library didn't run, and the judge has said so.
                    return passed.isEmpty()
                            || now.filter(passed.get()::isSameCode).isPresent();
                });
    }

    private static Optional<Merged> merged(LibraryClass library, Source file, LearnerPart part) {
        try {
            return Optional.of(Merger.merge(library, file, part.members(), part.renames()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Comparison(Source file, List<MemberId> members, String now) {}
}
