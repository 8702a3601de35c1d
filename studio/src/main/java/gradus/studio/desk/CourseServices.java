package gradus.studio.desk;

import gradus.course.Course;
import gradus.mastery.Planner;
import gradus.studio.journal.Journal;

/// What depends on the course alone.
record CourseServices(Course course, Planner planner, ProgressCalculator progress, RunningParts runningParts) {

    static CourseServices of(Course course, Journal journal) {
        return new CourseServices(
                course, new Planner(course), new ProgressCalculator(course), new RunningParts(course, journal));
    }
}
