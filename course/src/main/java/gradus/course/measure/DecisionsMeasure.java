package gradus.course.measure;

import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Question;

/// Measures of the cases of a lab.
///
/// @param cases the number of cases
/// @param atLeast how many must be decided rightly
/// @param byChance the probability that somebody passes who chooses an answer to each case at random
/// @param wrongAnswers the number of wrong answers
/// @param namedWrongAnswers how many of them show a misconception
public record DecisionsMeasure(int cases, int atLeast, double byChance, int wrongAnswers, int namedWrongAnswers) {

    public static DecisionsMeasure of(Decisions decisions) {
        int wrong = 0;
        int named = 0;
        for (Decision decision : decisions.cases()) {
            for (Question.Answer answer : decision.answers()) {
                wrong += answer.right() ? 0 : 1;
                named += answer.misconception().isPresent() ? 1 : 0;
            }
        }
        return new DecisionsMeasure(decisions.cases().size(), decisions.atLeast(), byChance(decisions), wrong, named);
    }

    /// The upper tail of a Poisson binomial distribution: the number of right decisions is a sum of independent
    /// trials with probabilities of their own.
    private static double byChance(Decisions decisions) {
        int cases = decisions.cases().size();
        var ofRight = new double[cases + 1];
        ofRight[0] = 1;
        for (Decision decision : decisions.cases()) {
            double right =
                    decision.answers().stream().filter(Question.Answer::right).count()
                            / (double) decision.answers().size();
            for (int count = cases; count > 0; count--) {
                ofRight[count] = ofRight[count] * (1 - right) + ofRight[count - 1] * right;
            }
            ofRight[0] *= 1 - right;
        }
        double passing = 0;
        for (int count = decisions.atLeast(); count <= cases; count++) {
            passing += ofRight[count];
        }
        return passing;
    }
}
