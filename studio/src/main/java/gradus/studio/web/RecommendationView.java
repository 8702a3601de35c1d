package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.mastery.Recommendation;
import java.util.Optional;

/// A recommendation as a page shows it.
///
/// @param kind what sort of thing to do: "Next step"
/// @param lesson what to do it with; empty if there is nothing to do
/// @param action the words on the one big button
/// @param href where the button leads
public record RecommendationView(String kind, Optional<Lesson> lesson, String action, String href, String because) {

    static RecommendationView of(Recommendation recommendation, Course course) {
        return switch (recommendation) {
            case Recommendation.Learn it ->
                new RecommendationView(
                        "Next step",
                        course.lesson(it.lesson()),
                        "Begin this lesson",
                        "/lessons/" + it.lesson(),
                        it.because());
            case Recommendation.Retry it ->
                new RecommendationView(
                        "Half done",
                        course.lesson(it.lesson()),
                        "Go on with the lab",
                        "/lessons/" + it.lesson() + "#lab",
                        it.because());
            case Recommendation.Review it ->
                new RecommendationView(
                        "Before it fades",
                        course.lesson(it.lesson()),
                        "Answer its quiz",
                        "/lessons/" + it.lesson() + "#quiz",
                        it.because());
            case Recommendation.Rest it ->
                new RecommendationView("Nothing is due", Optional.empty(), "Look at the map", "/map", it.because());
        };
    }

    /// What to call the lesson, or the rest.
    public String title() {
        return lesson.map(Lesson::title).orElse("Rest");
    }
}
