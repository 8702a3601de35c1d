package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Track;
import gradus.studio.desk.CourseProgress;
import gradus.studio.desk.CourseProgress.LessonProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The skill graph, laid out: a lesson stands below everything that it needs, one row for each step of the
/// longest way to it; within a row the lessons stand near what they need, which keeps the lines short.
///
/// @param width of the picture
/// @param height of the picture
public record SkillMap(List<Node> nodes, List<Edge> edges, int width, int height) {

    private static final int NODE_WIDTH = 184;
    private static final int NODE_HEIGHT = 66;
    private static final int COLUMN = NODE_WIDTH + 24;
    private static final int ROW = NODE_HEIGHT + 58;
    private static final int MARGIN = 12;
    private static final int LETTERS_A_LINE = 22;
    private static final int WIDEST = 7;

    /// A lesson in its place.
    ///
    /// @param lines its title, broken to fit
    public record Node(LessonProgress lesson, String track, List<String> lines, int x, int y) {
        public int width() {
            return NODE_WIDTH;
        }

        public int height() {
            return NODE_HEIGHT;
        }
    }

    /// A need, from what is needed to what needs it.
    ///
    /// @param path of the curve
    /// @param passed whether what is needed has passed
    public record Edge(String from, String to, String path, boolean passed) {}

    static SkillMap of(Course course, CourseProgress courseProgress) {
        List<List<Lesson>> rows =
                rows(course).stream().flatMap(SkillMap::splitWideRow).toList();
        int widest = rows.stream().mapToInt(List::size).max().orElse(1);
        int width = widest * COLUMN - (COLUMN - NODE_WIDTH) + 2 * MARGIN;
        var standings = new HashMap<String, LessonProgress>();
        courseProgress.lessons().forEach(it -> standings.put(it.id(), it));
        var titles = new HashMap<String, String>();
        course.tracks().forEach(track -> titles.put(track.id(), track.title()));
        var places = new HashMap<String, Node>();
        var nodes = new ArrayList<Node>();
        for (int row = 0; row < rows.size(); row++) {
            List<Lesson> lessons = rows.get(row);
            int left = (width - (lessons.size() * COLUMN - (COLUMN - NODE_WIDTH))) / 2;
            for (int i = 0; i < lessons.size(); i++) {
                Lesson lesson = lessons.get(i);
                var node = new Node(
                        standings.get(lesson.id()),
                        titles.getOrDefault(lesson.track(), lesson.track()),
                        wrapped(lesson.title()),
                        left + i * COLUMN,
                        MARGIN + row * ROW);
                nodes.add(node);
                places.put(lesson.id(), node);
            }
        }
        int height = rows.size() * ROW - (ROW - NODE_HEIGHT) + 2 * MARGIN;
        return new SkillMap(nodes, edges(course, places), width, height);
    }

    private static List<List<Lesson>> rows(Course course) {
        var depth = new HashMap<String, Integer>();
        var rows = new ArrayList<List<Lesson>>();
        for (Lesson lesson : course.lessons()) {
            int row = lesson.needs().stream()
                    .mapToInt(need -> depth.getOrDefault(need, -1) + 1)
                    .max()
                    .orElse(0);
            depth.put(lesson.id(), row);
            while (rows.size() <= row) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(lesson);
        }
        List<String> tracks = course.tracks().stream().map(Track::id).toList();
        var place = new HashMap<String, Double>();
        for (List<Lesson> row : rows) {
            row.sort(Comparator.<Lesson>comparingDouble(lesson -> meanPosition(lesson, place))
                    .thenComparingInt(lesson -> tracks.indexOf(lesson.track())));
            for (int i = 0; i < row.size(); i++) {
                place.put(row.get(i).id(), i - (row.size() - 1) / 2.0);
            }
        }
        return rows;
    }

    /// A row too wide for a window becomes several; its lessons, none of which needs another, stay near their
    /// places.
    private static Stream<List<Lesson>> splitWideRow(List<Lesson> row) {
        int parts = Math.ceilDiv(row.size(), WIDEST);
        return IntStream.range(0, parts)
                .mapToObj(part -> IntStream.range(0, row.size())
                        .filter(i -> i % parts == part)
                        .mapToObj(row::get)
                        .toList());
    }

    /// The middle of what a lesson needs, counted from the middle of the picture.
    private static double meanPosition(Lesson lesson, Map<String, Double> place) {
        return lesson.needs().stream()
                .mapToDouble(need -> place.getOrDefault(need, 0.0))
                .average()
                .orElse(0);
    }

    private static List<Edge> edges(Course course, Map<String, Node> places) {
        var edges = new ArrayList<Edge>();
        for (Lesson lesson : course.lessons()) {
            for (String need : lesson.needs()) {
                Node from = places.get(need);
                Node to = places.get(lesson.id());
                if (from != null && to != null) {
                    boolean walked = from.lesson().state() == CourseProgress.LessonState.PASSED;
                    edges.add(new Edge(need, lesson.id(), curve(from, to), walked));
                }
            }
        }
        return edges;
    }

    private static String curve(Node from, Node to) {
        int x0 = from.x() + NODE_WIDTH / 2;
        int y0 = from.y() + NODE_HEIGHT;
        int x1 = to.x() + NODE_WIDTH / 2;
        int y1 = to.y();
        int bend = (y1 - y0) / 2;
        return String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %d", x0, y0, x0, y0 + bend, x1, y1 - bend, x1, y1);
    }

    /// Two lines at most; what does not fit is cut, and the link's name has the whole.
    private static List<String> wrapped(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : title.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= 2 ? lines : List.of(lines.get(0), lines.get(1) + " …");
    }
}
