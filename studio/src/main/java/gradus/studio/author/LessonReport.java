package gradus.studio.author;

import gradus.course.Lab;
import gradus.course.measure.CheckKind;
import gradus.course.measure.DecisionsMeasure;
import gradus.course.measure.QuestionMeasure;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.MutationScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the quality of a lesson: what has been measured, and which bars it meets.
///
/// @param lesson the id of the lesson
/// @param prose measures of `lesson.md`
/// @param figures the number of figures
/// @param cards the number of cards
/// @param lab empty if the lesson has no lab of code
/// @param decisions empty if there is nothing to decide in its lab
/// @param testing empty if its lab is none of tests
/// @param bars the bars of a lesson that is done
public record LessonReport(
        String lesson,
        Prose prose,
        int figures,
        QuestionMeasure questions,
        int cards,
        Optional<LabReport> lab,
        Optional<DecisionsMeasure> decisions,
        Optional<TestingReport> testing,
        List<Bar> bars) {

    public LessonReport {
        bars = List.copyOf(bars);
    }

    /// Measures of the prose.
    ///
    /// @param longestWithoutQuestion the most consecutive words without a question of the page
    /// @param readingGrade the Flesch–Kincaid grade
    public record Prose(int words, int longestWithoutQuestion, double readingGrade) {}

    /// What is known of a lab.
    ///
    /// @param learnerLines the lines of code that the library has where the learner writes
    /// @param checks the number of checks
    /// @param visible how many of them the learner sees
    /// @param kinds how many checks there are of each kind
    /// @param clauses the number of clauses of the contract
    /// @param unheld the ids of those that no check holds
    /// @param wrong the number of wrong solutions
    /// @param named how many of them are recognised by their own hint
    /// @param withoutWrong the misconceptions that no wrong solution and no wrong decision shows
    /// @param right the number of right solutions
    /// @param proved whether the proof is current: no run of the reference has failed
    /// @param measured what the proof has measured, by unit
    /// @param mutation the mutation score, if there is one
    /// @param scoreCurrent whether it is about the lab of today
    /// @param gated whether the lab has a gate
    /// @param gate how the gate did with many seeds, if that has been measured for the lab of today
    public record LabReport(
            int learnerLines,
            int checks,
            int visible,
            Map<CheckKind, Long> kinds,
            int clauses,
            List<String> unheld,
            int wrong,
            int named,
            List<String> withoutWrong,
            int right,
            boolean proved,
            Map<String, Long> measured,
            Lab.Limits limits,
            Optional<MutationScore> mutation,
            boolean scoreCurrent,
            boolean gated,
            Optional<GateMeasurement> gate) {

        public LabReport {
            kinds = Map.copyOf(kinds);
            measured = Map.copyOf(measured);
            unheld = List.copyOf(unheld);
            withoutWrong = List.copyOf(withoutWrong);
        }

        /// How many checks are properties or metamorphic.
        long general() {
            return kinds.getOrDefault(CheckKind.PROPERTY, 0L) + kinds.getOrDefault(CheckKind.METAMORPHIC, 0L);
        }
    }

    /// What is known of a lab of tests.
    ///
    /// @param mutants the number of mutants
    /// @param atLeast how many of them must be killed
    /// @param right the number of right implementations besides the library's
    /// @param weak the number of test classes that must not pass
    /// @param proved whether the proof is current: the author's tests kill every mutant
    public record TestingReport(int mutants, int atLeast, int right, int weak, boolean proved) {}

    /// Whether a bar is met.
    public enum State {
        MET,
        MISSED,
        /// It hasn't been measured.
        UNKNOWN
    }

    /// A bar that a lesson must meet before it is done.
    ///
    /// @param wanted such as "10 checks or more"
    /// @param got such as "12"
    public record Bar(String wanted, String got, State state) {}
}
