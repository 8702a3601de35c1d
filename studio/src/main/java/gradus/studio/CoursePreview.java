package gradus.studio;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.studio.web.Preview;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The course as its author changes it: it is read anew when the name, size or time of a file of the curriculum
/// differs. Lessons that haven't changed come from the cache.
final class CoursePreview implements Preview {

    private final Installation installation;
    private Consumer<Course> listener = _ -> {};
    private String version;
    private CourseReadResult result;

    CoursePreview(Installation installation) {
        this.installation = installation;
        this.version = filesVersion();
        this.result = installation.readCourse();
    }

    /// The course as it was read last.
    synchronized Course course() {
        return result.course();
    }

    /// Sets who gets the course when it has been read anew.
    synchronized void onChange(Consumer<Course> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized String version() {
        try {
            String now = filesVersion();
            if (!now.equals(version)) {
                result = installation.readCourse();
                listener.accept(result.course());
                version = now;
            }
        } catch (UncheckedIOException e) {
            // An editor is writing just now: the next call tries again.
            return version;
        }
        return version;
    }

    @Override
    public synchronized List<Fault> faults(String lesson) {
        return result.faults().stream()
                .filter(fault -> isOf(lesson, fault.file()) || isOfCourse(fault.file()))
                .toList();
    }

    /// Whether a file is in the folder of the lesson, `curriculum/track/lesson`.
    private static boolean isOf(String lesson, Path file) {
        return file.getNameCount() > 2 && file.getName(2).toString().equals(lesson);
    }

    /// Whether there is a lesson that has faults.
    synchronized boolean isBroken(String lesson) {
        return result.faults().stream().anyMatch(fault -> isOf(lesson, fault.file()));
    }

    private static boolean isOfCourse(Path file) {
        return file.startsWith("curriculum")
                && file.getNameCount() == 2
                && file.toString().endsWith(".yaml");
    }

    private String filesVersion() {
        return FileStamps.of(installation.root(), List.of("curriculum"));
    }
}
