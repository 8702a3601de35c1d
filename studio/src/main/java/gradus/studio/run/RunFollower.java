package gradus.studio.run;

import java.util.ArrayList;
import java.util.List;

/// Follows a run through its files, from its beginning, whoever computes it.
public final class RunFollower {

    private final RunArchive archive;
    private final String id;
    private final List<RunEvent> events = new ArrayList<>();
    private long read;

    RunFollower(RunArchive archive, String id) {
        this.archive = archive;
        this.id = id;
    }

    /// The run as it is now.
    public Run run() {
        return archive.run(id);
    }

    /// What it has shown so far.
    public RunProgress progress() {
        RunFolder.Read more = archive.folder(id).read(read);
        read = more.end();
        events.addAll(more.events());
        return new RunProgress(events);
    }
}
