package gradus.studio.run;

import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All runs of a home, each in a folder of its own. Any number of programs can use it at once.
public final class RunArchive {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    /// @param folder the folder of the runs, which need not exist
    public RunArchive(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// Queues a run of what was submitted.
    public Run add(String lesson, String title, Instant now, Map<String, String> sources) {
        String id = ID.format(now) + "-" + lesson;
        try {
            var request = new RunRequest(id, lesson, title, now, sources);
            RunFolder.create(folder.resolve(id), request);
            return new Run(request, RunState.QUEUED, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("The run can't be queued, because nothing can be written to " + folder, e);
        }
    }

    /// All runs, the newest first.
    public List<Run> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(path -> Files.isDirectory(path)
                            && !path.getFileName().toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(path -> run(new RunFolder(path)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The runs can't be read from " + folder, e);
        }
    }

    /// The run with this id.
    ///
    /// @throws UserFacingException if there is none
    public Run run(String id) {
        return find(id).orElseThrow(() ->
                UserFacingException.usageError("There is no run \"" + id + "\"; `gradus run --list` lists all."));
    }

    /// The newest run of a lesson that isn't over.
    public Optional<Run> unfinished(String lesson) {
        return all().stream()
                .filter(run -> run.lesson().equals(lesson) && !run.state().isOver())
                .findFirst();
    }

    /// Asks for the run to end. One that is over stays as it is.
    public void cancel(String id) {
        if (!run(id).state().isOver()) {
            folder(id).cancel();
        }
    }

    /// Follows a run.
    ///
    /// @throws UserFacingException if there is no such run
    public RunFollower follow(String id) {
        run(id);
        return new RunFollower(this, id);
    }

    Optional<Run> find(String id) {
        boolean name = id.matches("[\\w-]+");
        return name ? run(folder(id)) : Optional.empty();
    }

    RunFolder folder(String id) {
        return new RunFolder(folder.resolve(id));
    }

    /// A run of which a file can't be understood, because another version of Gradus wrote it, counts as none.
    private Optional<Run> run(RunFolder run) {
        try {
            return run.request()
                    .map(request -> run.card()
                            .map(card -> new Run(request, card.state(), Optional.of(card)))
                            .orElseGet(() -> withoutCard(run, request)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A run that had no card a moment ago. It may begin or end at any time: a run that has begun is computed until its
    /// card is there, so this looks in that order.
    private Run withoutCard(RunFolder run, RunRequest request) {
        boolean begun = run.hasBegun();
        if (ComputeLock.computedIn(folder).equals(Optional.of(request.id()))) {
            return new Run(request, RunState.RUNNING, Optional.empty());
        }
        Optional<RunCard> card = run.card();
        return new Run(request, card.map(RunCard::state).orElseGet(() -> state(run, begun)), card);
    }

    private static RunState state(RunFolder run, boolean begun) {
        if (begun) {
            return RunState.INTERRUPTED;
        }
        return run.isCancelled() ? RunState.CANCELLED : RunState.QUEUED;
    }
}
