package gradus.studio.web;

import gradus.course.Course;
import gradus.studio.desk.Desk;
import gradus.studio.fixture.EchoAnswerRunner;
import gradus.studio.fixture.EchoSnippetRunner;
import gradus.studio.journal.SqliteJournal;
import gradus.studio.run.RunArchive;
import gradus.studio.workspace.MavenProject;
import gradus.studio.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// A studio over the sample course, for tests. Its `main` serves it, to look at pages during development.
final class SampleStudio {

    private SampleStudio() {}

    static Desk desk(Course course, Path home, Runnable between) throws IOException {
        Files.createDirectories(home);
        return new Desk(
                course,
                SampleCourse::files,
                new SampleJudge(between),
                new SampleFigureRenderer(),
                new EchoSnippetRunner(),
                new EchoAnswerRunner(),
                SqliteJournal.open(home.resolve("journal.db")),
                new Workspace(home.resolve("workspace"), new MavenProject("0.1.0", "6.1.3", Map.of())),
                new RunArchive(home.resolve("runs")),
                InstantSource.system());
    }

    public static void main(String[] args) throws IOException {
        Desk desk = desk(SampleCourse.course(), Path.of(args[0]), SampleStudio::rest);
        StudioServer server = StudioServer.start(desk, Integer.parseInt(args[1]));
        IO.println(server.address());
    }

    private static void rest() {
        try {
            Thread.sleep(400);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
