package gradus.course;

import java.util.List;

/// A program with a hole, into which an answer is put, and the cases on which it is then run. What an answer
/// gives on them decides whether it is right.
///
/// @param code a compact source file in which the word `HOLE` stands once
/// @param cases Java expressions that call what the code declares
public record CaseProgram(String code, Hole hole, List<String> cases) {

    /// The word that stands for the answer.
    public static final String WORD = "HOLE";

    public CaseProgram {
        cases = List.copyOf(cases);
    }

    /// What an answer in the hole must be.
    public enum Hole {
        EXPRESSION,
        STATEMENTS,
        /// Lines that the question gives, in the chosen order.
        LINES
    }
}
