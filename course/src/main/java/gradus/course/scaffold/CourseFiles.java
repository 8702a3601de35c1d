package gradus.course.scaffold;

import gradus.course.Course;
import gradus.course.PlannedLesson;
import gradus.course.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds a lesson to `course.yaml` and `road.yaml`. All other lines stay as they are.
final class CourseFiles {

    private static final Pattern ENTRY = Pattern.compile("(\\s*)-\\s+([\\w-]+)\\s*(?:#.*)?");

    private CourseFiles() {}

    /// `course.yaml` with the lesson in its order, where the road has it, and with its track.
    static String course(String text, PlannedLesson lesson, Course course) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int order = lines.indexOf("order:");
        if (order < 0) {
            throw new IllegalArgumentException(
                    "course.yaml has no line \"order:\" to add the lesson below; write the order as a list, a line for"
                            + " each lesson.");
        }
        List<String> road = course.road().stream().map(PlannedLesson::id).toList();
        int place = road.indexOf(lesson.id()) < 0 ? Integer.MAX_VALUE : road.indexOf(lesson.id());
        int at = order + 1;
        String indent = "  ";
        for (int i = order + 1; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (entry.matches()) {
                indent = entry.group(1);
                boolean before =
                        road.indexOf(entry.group(2)) < place || lesson.needs().contains(entry.group(2));
                at = before ? i + 1 : at;
            }
        }
        lines.add(at, indent + "- " + lesson.id());
        if (lines.stream()
                .noneMatch(line -> line.matches("\\s*-\\s+id:\\s*" + Pattern.quote(lesson.track()) + "\\s*"))) {
            String title = course.tracks().stream()
                    .filter(track -> track.id().equals(lesson.track()))
                    .map(Track::title)
                    .findFirst()
                    .orElse(lesson.track());
            lines.addAll(order, List.of("  - id: " + lesson.track(), "    title: " + ToDo.yaml(title)));
        }
        return String.join("\n", lines) + "\n";
    }

    /// `road.yaml` with the lesson at its end.
    static String road(String text, PlannedLesson lesson) {
        return text.stripTrailing() + "\n  - id: " + lesson.id() + "\n    track: " + lesson.track() + "\n    title: "
                + ToDo.yaml(lesson.title()) + "\n    level: "
                + lesson.level().name().toLowerCase(Locale.ROOT)
                + "\n    needs: [" + String.join(", ", lesson.needs()) + "]\n    minutes: " + lesson.minutes()
                + "\n    outcome: " + ToDo.yaml(lesson.outcome()) + "\n";
    }
}
