package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.Track;
import gradus.studio.desk.CourseProgress;
import gradus.studio.desk.CourseProgress.LessonProgress;
import gradus.studio.desk.Desk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pages: Today, the map, lessons and progress.
final class PageRoutes {

    private final Desk desk;
    private final Templates templates;
    private final Optional<Preview> preview;

    PageRoutes(Desk desk, Templates templates, Optional<Preview> preview) {
        this.desk = desk;
        this.templates = templates;
        this.preview = preview;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", this::today);
        routes.get("/map", this::map);
        routes.get("/progress", this::progress);
        routes.get("/lessons/{lesson}", this::lesson);
    }

    private void today(Context ctx) {
        RecommendationView recommendationView = RecommendationView.of(desk.next(), desk.course());
        CourseProgress courseProgress = desk.courseProgress();
        Map<String, Object> parts = Map.of(
                "next",
                recommendationView,
                "standing",
                courseProgress,
                "half",
                courseProgress.lessons().stream()
                        .filter(it -> it.state() == CourseProgress.LessonState.IN_PROGRESS)
                        .filter(it -> recommendationView.lesson().stream()
                                .noneMatch(lesson -> lesson.id().equals(it.id())))
                        .toList(),
                "due",
                desk.due(),
                "tracks",
                trackTitles());
        templates.sendPage(ctx, "today", "today", "Today", parts);
    }

    private void map(Context ctx) {
        Course course = desk.course();
        CourseProgress courseProgress = desk.courseProgress();
        templates.sendPage(
                ctx,
                "map",
                "map",
                "Map",
                Map.of(
                        "map",
                        SkillGraphLayout.of(course, courseProgress),
                        "standing",
                        courseProgress,
                        "tracks",
                        course.tracks()));
    }

    private void progress(Context ctx) {
        templates.sendPage(
                ctx,
                "progress",
                "progress",
                "Progress",
                Map.of(
                        "standing",
                        desk.courseProgress(),
                        "parts",
                        desk.partStatuses(),
                        "tracks",
                        desk.course().tracks(),
                        "health",
                        desk.health()));
    }

    private void lesson(Context ctx) {
        String id = ctx.pathParam("lesson");
        List<Fault> faults = preview.map(it -> it.faults(id)).orElse(List.of());
        if (desk.course().lesson(id).isEmpty() && !faults.isEmpty()) {
            templates.sendPage(ctx, "unread", "lesson", id, Map.of("lesson", id, "faults", faults));
            return;
        }
        Lesson lesson = desk.lesson(id);
        Map<String, LessonProgress> standings = desk.courseProgress().lessons().stream()
                .collect(Collectors.toMap(LessonProgress::id, Function.identity()));
        Optional<Question> prediction = lesson.section(SectionKind.PREDICT).map(Section::questions).stream()
                .flatMap(questions -> questions.stream().limit(1))
                .findFirst();
        templates.sendPage(
                ctx,
                "lesson",
                "lesson",
                lesson.title(),
                Map.of(
                        "lesson",
                        lesson,
                        "track",
                        trackTitles().getOrDefault(lesson.track(), lesson.track()),
                        "standing",
                        standings.get(lesson.id()),
                        "needs",
                        lesson.needs().stream()
                                .filter(standings::containsKey)
                                .map(standings::get)
                                .toList(),
                        "known",
                        desk.mastery().knowledgeOf(lesson.id()),
                        "prediction",
                        prediction,
                        "faults",
                        faults,
                        "run",
                        desk.runs().newest(id).map(run -> RunView.of(run, desk, ZoneId.systemDefault())),
                        "milestone",
                        MilestonePage.of(lesson, desk, ZoneId.systemDefault())));
    }

    private Map<String, String> trackTitles() {
        return desk.course().tracks().stream().collect(Collectors.toMap(Track::id, Track::title));
    }
}
