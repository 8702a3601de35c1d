package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Section;
import gradus.course.SectionKind;
import gradus.course.Track;
import gradus.studio.desk.Desk;
import gradus.studio.desk.Standing;
import gradus.studio.desk.Standing.LessonStanding;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pages that one looks at: Today, the map, a lesson, progress.
final class Pages {

    private final Desk desk;
    private final Templates templates;

    Pages(Desk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", this::today);
        routes.get("/map", this::map);
        routes.get("/progress", this::progress);
        routes.get("/lessons/{lesson}", this::lesson);
    }

    private void today(Context ctx) {
        Next next = Next.of(desk.next(), desk.course());
        Standing standing = desk.standing();
        Map<String, Object> parts = Map.of(
                "next",
                next,
                "standing",
                standing,
                "half",
                standing.lessons().stream()
                        .filter(it -> it.state() == Standing.State.BEGUN)
                        .filter(it -> next.lesson().stream()
                                .noneMatch(lesson -> lesson.id().equals(it.id())))
                        .toList(),
                "due",
                desk.due(),
                "tracks",
                trackTitles());
        templates.page(ctx, "today", "today", "Today", parts);
    }

    private void map(Context ctx) {
        Course course = desk.course();
        Standing standing = desk.standing();
        templates.page(
                ctx,
                "map",
                "map",
                "Map",
                Map.of("map", SkillMap.of(course, standing), "standing", standing, "tracks", course.tracks()));
    }

    private void progress(Context ctx) {
        templates.page(
                ctx,
                "progress",
                "progress",
                "Progress",
                Map.of(
                        "standing",
                        desk.standing(),
                        "parts",
                        desk.partStandings(),
                        "tracks",
                        desk.course().tracks(),
                        "health",
                        desk.health()));
    }

    private void lesson(Context ctx) {
        Lesson lesson = desk.lesson(ctx.pathParam("lesson"));
        Map<String, LessonStanding> standings =
                desk.standing().lessons().stream().collect(Collectors.toMap(LessonStanding::id, Function.identity()));
        Optional<Question> prediction = lesson.section(SectionKind.PREDICT).map(Section::questions).stream()
                .flatMap(questions -> questions.stream().limit(1))
                .findFirst();
        templates.page(
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
                        lesson.needs().stream().map(standings::get).toList(),
                        "known",
                        desk.mastery().of(lesson.id()),
                        "prediction",
                        prediction));
    }

    private Map<String, String> trackTitles() {
        return desk.course().tracks().stream().collect(Collectors.toMap(Track::id, Track::title));
    }
}
