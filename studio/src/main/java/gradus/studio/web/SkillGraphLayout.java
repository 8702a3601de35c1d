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

/// The layout of the skill graph, in layers. A lesson's row is the length of the longest path of
/// prerequisites to it, so it sits below all of them. Within a row, lessons sit near their prerequisites,
/// which keeps the edges short.
///
/// @param width width of the picture
/// @param height height of the picture
public record SkillGraphLayout(List<Node> nodes, List<Edge> edges, int width, int height) {

    private static final int NODE_WIDTH = 184;
    private static final int NODE_HEIGHT = 66;
    private static final int COLUMN = NODE_WIDTH + 24;
    private static final int ROW = NODE_HEIGHT + 58;
    private static final int MARGIN = 12;
    private static final int LETTERS_A_LINE = 22;
    private static final int WIDEST = 7;

    /// A lesson and its position.
    ///
    /// @param lines its title, wrapped to fit
    public record Node(LessonProgress lesson, String track, List<String> lines, int x, int y) {
        public int width() {
            return NODE_WIDTH;
        }

        public int height() {
            return NODE_HEIGHT;
        }
    }

    /// An edge from a prerequisite to the lesson that needs it.
    ///
    /// @param path the curve, as SVG path data
    /// @param passed whether the learner has passed the prerequisite
    public record Edge(String from, String to, String path, boolean passed) {}

    static SkillGraphLayout of(Course course, CourseProgress courseProgress) {
        List<List<Lesson>> rows =
                rows(course).stream().flatMap(SkillGraphLayout::splitWideRow).toList();
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
        return new SkillGraphLayout(nodes, edges(course, places), width, height);
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

    /// Splits a row that is too wide for a window. Its lessons don't depend on each other, and they keep
    /// their horizontal order.
    private static Stream<List<Lesson>> splitWideRow(List<Lesson> row) {
        int parts = Math.ceilDiv(row.size(), WIDEST);
        return IntStream.range(0, parts)
                .mapToObj(part -> IntStream.range(0, row.size())
                        .filter(i -> i % parts == part)
                        .mapToObj(row::get)
                        .toList());
    }

    /// The mean position of a lesson's prerequisites, measured from the middle of the picture.
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

    /// Wraps to two lines at most. A longer title is cut; the link's accessible name has all of it.
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
