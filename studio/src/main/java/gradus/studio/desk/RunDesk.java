package gradus.studio.desk;

import gradus.course.Coding;
import gradus.course.DataSet;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.judge.Cancellation;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.error.UserFacingException;
import gradus.studio.run.Computation;
import gradus.studio.run.ProbeArchive;
import gradus.studio.run.Run;
import gradus.studio.run.RunArchive;
import gradus.studio.run.RunFollower;
import gradus.studio.run.RunQueue;
import gradus.studio.run.RunRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What a learner can do with runs: the work that takes minutes.
public final class RunDesk implements Computation {

    private final Desk desk;
    private final RunArchive archive;
    private final InstantSource clock;
    private final ArenaDesk arenas;

    RunDesk(Desk desk, RunArchive archive, InstantSource clock) {
        this.desk = desk;
        this.archive = archive;
        this.clock = clock;
        this.arenas = new ArenaDesk(desk, new ProbeArchive(archive), clock);
    }

    /// The probes of arenas, which take seconds.
    public ArenaDesk arenas() {
        return arenas;
    }

    /// Queues a run: of a milestone with the learner's parts that have passed, or of the gate of a lesson's lab with
    /// the files that are in the workspace now. If one of this lesson isn't over yet, gives that.
    ///
    /// @throws UserFacingException if nothing of the lab runs for minutes, or parts of a milestone are missing
    public Run start(String lesson) {
        Lesson asked = desk.lesson(lesson);
        return archive.unfinished(lesson)
                .orElseGet(() -> archive.add(lesson, asked.title(), clock.instant(), sources(asked)));
    }

    private Map<String, String> sources(Lesson lesson) {
        Optional<Milestone> milestone = lesson.milestone();
        if (milestone.isPresent()) {
            return desk.milestones().sources(milestone.get());
        }
        if (lesson.coding().flatMap(Coding::gateRun).isEmpty()) {
            throw UserFacingException.usageError(nothingToRun(lesson.id()));
        }
        return desk.submission(lesson.id()).sources();
    }

    static String nothingToRun(String lesson) {
        return "Lesson " + lesson + " has nothing that runs for minutes; check its lab with `gradus check " + lesson
                + "`.";
    }

    /// All runs, the newest first.
    public List<Run> all() {
        return archive.all();
    }

    /// The newest run of a lesson.
    public Optional<Run> newest(String lesson) {
        return archive.all().stream().filter(run -> run.lesson().equals(lesson)).findFirst();
    }

    /// Follows a run, whoever computes it.
    public RunFollower follow(String id) {
        return archive.follow(id);
    }

    /// Asks for a run to end.
    public void cancel(String id) {
        archive.cancel(id);
    }

    /// The queue, for the program that wants to compute.
    public RunQueue queue() {
        return new RunQueue(archive, this, clock);
    }

    @Override
    public Verdict compute(RunRequest request, Cancellation cancellation, Consumer<ProgressEvent> listener) {
        return desk.compute(new Submission(request.lesson(), request.sources()), cancellation, listener);
    }

    @Override
    public Map<String, String> dataHashes(String lesson) {
        var hashes = new TreeMap<String, String>();
        List<String> ids = desk.course().lesson(lesson).map(Lesson::data).orElse(List.of());
        for (DataSet data : desk.course().dataSets(ids)) {
            data.files()
                    .forEach(file -> hashes.put(data.id() + "/" + file.path().getFileName(), file.sha256()));
        }
        return hashes;
    }
}
