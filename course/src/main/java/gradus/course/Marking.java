package gradus.course;

final class Marking {

    private Marking() {}

    static Question.Mark choice(Question.Choice question, String answer) {
        throw new UnsupportedOperationException("not yet");
    }

    static Question.Mark number(Question.Number question, String answer) {
        throw new UnsupportedOperationException("not yet");
    }

    static Question.Mark phrase(Question.Phrase question, String answer) {
        throw new UnsupportedOperationException("not yet");
    }

    static Question.Mark order(Question.Order question, String answer) {
        throw new UnsupportedOperationException("not yet");
    }
}
