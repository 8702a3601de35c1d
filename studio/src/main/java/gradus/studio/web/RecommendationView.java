package gradus.studio.web;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.mastery.Recommendation;
import java.util.Optional;

/// A recommendation as shown on a page.
///
/// @param kind the kind of recommendation: "Next step"
/// @param lesson the recommended lesson; empty if there is nothing to do
/// @param action the label of the main button
/// @param href the button's link
public record RecommendationView(String kind, Optional<Lesson> lesson, String action, String href, String because) {

    static RecommendationView of(Recommendation recommendation, Course course) {
        return switch (recommendation) {
            case Recommendation.Learn it ->
                new RecommendationView(
                        "Next step",
                        course.lesson(it.lesson()),
                        "Start this lesson",
                        "/lessons/" + it.lesson(),
                        it.because());
            case Recommendation.Retry it ->
                new RecommendationView(
                        "In progress",
                        course.lesson(it.lesson()),
                        "Continue the lab",
                        "/lessons/" + it.lesson() + "#lab",
                        it.because());
            case Recommendation.Review it ->
                new RecommendationView(
                        "Due for review",
                        course.lesson(it.lesson()),
                        "Answer the quiz",
                        "/lessons/" + it.lesson() + "#quiz",
                        it.because());
            case Recommendation.Rest it ->
                new RecommendationView("Next step", Optional.empty(), "Open the map", "/map", it.because());
        };
    }

    /// The lesson's title, or "Nothing to do today".
    public String title() {
        return lesson.map(Lesson::title).orElse("Nothing to do today");
    }
}
