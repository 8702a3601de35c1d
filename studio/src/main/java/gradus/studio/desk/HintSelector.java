package gradus.studio.desk;

import gradus.course.Lab.Solution;
import gradus.course.Lab.Task;
import gradus.mastery.Mastery;
import gradus.studio.error.UserFacingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Selects the next hint: one more of the mistake in the latest submission, then one more for a task, or the last one
/// again if all were taken.
final class HintSelector {

    private HintSelector() {}

    /// @param tasks those of the lab of `lesson`
    /// @param mistakes the known wrong solutions of that lab
    /// @param wanted the task, if one was named
    static HintReply next(
            String lesson,
            List<Task> tasks,
            List<Solution> mistakes,
            Mastery.Knowledge known,
            Optional<String> wanted) {
        return ofMistake(lesson, mistakes, known)
                .filter(hint -> wanted.isEmpty())
                .orElseGet(() -> ofTask(lesson, tasks, known, wanted));
    }

    /// The next hint of the mistake in the latest submission. The verdict has shown the first.
    private static Optional<HintReply> ofMistake(String lesson, List<Solution> mistakes, Mastery.Knowledge known) {
        int level = known.mistakeHint() + 1;
        return known.lastSubmission()
                .flatMap(last -> mistakes.stream()
                        .filter(mistake -> last.recognised().equals(Optional.of(mistake.name())))
                        .map(mistake -> mistake.hints().stream()
                                .limit(last.mistakeHints().orElse(0))
                                .toList())
                        .findFirst())
                .filter(hints -> level <= hints.size())
                .map(hints -> new HintReply(lesson, Optional.empty(), level, hints.size(), hints.get(level - 1)));
    }

    private static HintReply ofTask(String lesson, List<Task> tasks, Mastery.Knowledge known, Optional<String> wanted) {
        Task task = wanted.map(name -> named(lesson, tasks, name)).orElseGet(() -> firstWithMore(tasks, known));
        int level = Math.min(taken(known, task) + 1, task.hints().size());
        return new HintReply(
                lesson,
                Optional.of(task.id()),
                level,
                task.hints().size(),
                task.hints().get(level - 1));
    }

    private static Task named(String lesson, List<Task> tasks, String name) {
        return tasks.stream()
                .filter(task -> task.id().equals(name))
                .findFirst()
                .orElseThrow(() -> UserFacingException.usageError("Lesson " + lesson + " has no task \"" + name
                        + "\"; its tasks are "
                        + tasks.stream().map(Task::id).collect(Collectors.joining(", ")) + "."));
    }

    private static Task firstWithMore(List<Task> tasks, Mastery.Knowledge known) {
        return tasks.stream()
                .filter(task -> taken(known, task) < task.hints().size())
                .findFirst()
                .orElseGet(() -> tasks.getLast());
    }

    private static int taken(Mastery.Knowledge known, Task task) {
        return known.hints().getOrDefault(task.id(), 0);
    }
}
