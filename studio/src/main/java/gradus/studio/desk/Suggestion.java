package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.Lesson;
import java.util.Comparator;
import java.util.List;

/// The name that was probably meant.
public final class Suggestion {

    private Suggestion() {}

    static String unknownLesson(Course course, String id) {
        List<String> ids = course.lessons().stream().map(Lesson::id).toList();
        return "There is no lesson \"" + id + "\"" + nearest(id, ids) + "; `gradus progress` lists them all.";
    }

    /// ` (did you mean "…"?)` when something is near enough, else nothing.
    public static String nearest(String wanted, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> distance(wanted, name) <= 2 + wanted.length() / 4)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }

    /// How many letters must be put in, taken out or changed (Levenshtein 1966).
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
