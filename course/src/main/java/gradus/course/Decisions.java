package gradus.course;

import java.util.List;

/// The cases that a learner decides in a lab.
///
/// @param lesson the id of its lesson
/// @param cases the cases, in order
/// @param atLeast how many must be decided rightly
public record Decisions(String lesson, List<Decision> cases, int atLeast) {

    public Decisions {
        cases = List.copyOf(cases);
    }

    /// The path of the learner's answers in a submission.
    public String answers() {
        return "answers/" + lesson + ".yaml";
    }

    /// A check for each case: that it is decided rightly.
    public List<Lab.Check> checks() {
        return cases.stream().map(one -> one.check(lesson)).toList();
    }

    /// Whether `check` is the id of a case.
    public boolean has(String check) {
        return cases.stream().anyMatch(one -> one.id().equals(check));
    }
}
