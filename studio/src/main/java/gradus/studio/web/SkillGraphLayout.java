package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Track;
import gradus.studio.desk.CourseProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The layout of the skill graph, in layers: the lessons, and those that are to come. A lesson's row is the
/// length of the longest path of prerequisites to it, so it sits below all of them. Within a row, lessons sit
/// near their prerequisites, which keeps the edges short.
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
    private static final int TRACK_LETTERS = 26;
    private static final int WIDEST = 7;
    private static final String TO_COME = "to come";

    /// A lesson of the road, written or to come.
    private record Stop(String id, String track, String title, List<String> needs) {}

    /// A lesson and its position.
    ///
    /// @param state its state in words: `in progress`, or `to come` if it has not been written
    /// @param lines its title, wrapped to fit
    public record Node(String id, String title, String track, String state, List<String> lines, int x, int y) {

        /// The track, cut to fit above the title.
        public String trackLabel() {
            int most = isWritten() ? TRACK_LETTERS : TRACK_LETTERS + 3;
            return track.length() <= most ? track : track.substring(0, most - 1).strip() + "…";
        }

        /// Whether it can be opened.
        public boolean isWritten() {
            return !state.equals(TO_COME);
        }

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
        List<Stop> stops = stops(course);
        List<String> tracks = course.tracks().stream().map(Track::id).toList();
        List<List<Stop>> rows = rows(stops, tracks).stream()
                .flatMap(SkillGraphLayout::splitWideRow)
                .toList();
        int widest = rows.stream().mapToInt(List::size).max().orElse(1);
        int width = widest * COLUMN - (COLUMN - NODE_WIDTH) + 2 * MARGIN;
        var states = new HashMap<String, String>();
        courseProgress.lessons().forEach(it -> states.put(it.id(), it.state().words()));
        var titles = new HashMap<String, String>();
        course.tracks().forEach(track -> titles.put(track.id(), track.title()));
        var places = new HashMap<String, Node>();
        var nodes = new ArrayList<Node>();
        for (int row = 0; row < rows.size(); row++) {
            List<Stop> inRow = rows.get(row);
            int left = (width - (inRow.size() * COLUMN - (COLUMN - NODE_WIDTH))) / 2;
            for (int i = 0; i < inRow.size(); i++) {
                Stop stop = inRow.get(i);
                var node = new Node(
                        stop.id(),
                        stop.title(),
                        titles.getOrDefault(stop.track(), stop.track()),
                        states.getOrDefault(stop.id(), TO_COME),
                        wrapped(stop.title()),
                        left + i * COLUMN,
                        MARGIN + row * ROW);
                nodes.add(node);
                places.put(stop.id(), node);
            }
        }
        int height = rows.size() * ROW - (ROW - NODE_HEIGHT) + 2 * MARGIN;
        return new SkillGraphLayout(nodes, edges(stops, places), width, height);
    }

    /// The written lessons, and those of the road that are to come.
    private static List<Stop> stops(Course course) {
        return Stream.concat(
                        course.lessons().stream()
                                .map(lesson -> new Stop(lesson.id(), lesson.track(), lesson.title(), lesson.needs())),
                        course.toCome().stream()
                                .map(planned ->
                                        new Stop(planned.id(), planned.track(), planned.title(), planned.needs())))
                .toList();
    }

    private static List<List<Stop>> rows(List<Stop> stops, List<String> tracks) {
        var depth = new HashMap<String, Integer>();
        var rows = new ArrayList<List<Stop>>();
        for (Stop stop : stops) {
            int row = stop.needs().stream()
                    .mapToInt(need -> depth.getOrDefault(need, -1) + 1)
                    .max()
                    .orElse(0);
            depth.put(stop.id(), row);
            while (rows.size() <= row) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(stop);
        }
        var place = new HashMap<String, Double>();
        for (List<Stop> row : rows) {
            row.sort(Comparator.<Stop>comparingDouble(stop -> meanPosition(stop, place))
                    .thenComparingInt(stop -> tracks.indexOf(stop.track())));
            for (int i = 0; i < row.size(); i++) {
                place.put(row.get(i).id(), i - (row.size() - 1) / 2.0);
            }
        }
        return rows;
    }

    /// Splits a row that is too wide for a window. Its lessons don't depend on each other, and they keep
    /// their horizontal order.
    private static Stream<List<Stop>> splitWideRow(List<Stop> row) {
        int parts = Math.ceilDiv(row.size(), WIDEST);
        return IntStream.range(0, parts)
                .mapToObj(part -> IntStream.range(0, row.size())
                        .filter(i -> i % parts == part)
                        .mapToObj(row::get)
                        .toList());
    }

    /// The mean position of a lesson's prerequisites, measured from the middle of the picture.
    private static double meanPosition(Stop stop, Map<String, Double> place) {
        return stop.needs().stream()
                .mapToDouble(need -> place.getOrDefault(need, 0.0))
                .average()
                .orElse(0);
    }

    private static List<Edge> edges(List<Stop> stops, Map<String, Node> places) {
        var edges = new ArrayList<Edge>();
        for (Stop stop : stops) {
            for (String need : stop.needs()) {
                Node from = places.get(need);
                Node to = places.get(stop.id());
                if (from != null && to != null) {
                    boolean walked = from.state().equals(CourseProgress.LessonState.PASSED.words());
                    edges.add(new Edge(need, stop.id(), curve(from, to), walked));
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
