package gradus.studio.desk;

import gradus.course.Coding;
import gradus.course.Lab.Task;
import gradus.mastery.Mastery;
import gradus.studio.error.UserFacingException;
import java.util.Optional;
import java.util.stream.Collectors;

/// Selects the next hint: one more for a task, or the last one again if all were taken.
final class HintSelector {

    private HintSelector() {}

    static HintReply next(Coding lab, Mastery.Knowledge known, Optional<String> wanted) {
        Task task = wanted.map(name -> named(lab, name)).orElseGet(() -> firstWithMore(lab, known));
        int level = Math.min(taken(known, task) + 1, task.hints().size());
        return new HintReply(
                lab.lesson(),
                task.id(),
                level,
                task.hints().size(),
                task.hints().get(level - 1));
    }

    private static Task named(Coding lab, String name) {
        return lab.tasks().stream()
                .filter(task -> task.id().equals(name))
                .findFirst()
                .orElseThrow(() -> UserFacingException.usageError("Lesson " + lab.lesson() + " has no task \"" + name
                        + "\"; its tasks are "
                        + lab.tasks().stream().map(Task::id).collect(Collectors.joining(", ")) + "."));
    }

    private static Task firstWithMore(Coding lab, Mastery.Knowledge known) {
        return lab.tasks().stream()
                .filter(task -> taken(known, task) < task.hints().size())
                .findFirst()
                .orElseGet(() -> lab.tasks().getLast());
    }

    private static int taken(Mastery.Knowledge known, Task task) {
        return known.hints().getOrDefault(task.id(), 0);
    }
}
