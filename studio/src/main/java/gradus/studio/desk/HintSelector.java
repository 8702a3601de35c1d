package gradus.studio.desk;

import gradus.course.Lab.Task;
import gradus.mastery.Mastery;
import gradus.studio.error.UserFacingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Selects the next hint: one more for a task, or the last one again if all were taken.
final class HintSelector {

    private HintSelector() {}

    /// @param tasks those of the lab of `lesson`
    static HintReply next(String lesson, List<Task> tasks, Mastery.Knowledge known, Optional<String> wanted) {
        Task task = wanted.map(name -> named(lesson, tasks, name)).orElseGet(() -> firstWithMore(tasks, known));
        int level = Math.min(taken(known, task) + 1, task.hints().size());
        return new HintReply(
                lesson, task.id(), level, task.hints().size(), task.hints().get(level - 1));
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
