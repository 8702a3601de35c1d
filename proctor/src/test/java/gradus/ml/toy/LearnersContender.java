package gradus.ml.toy;

import gradus.proctor.arena.Scores;
import gradus.proctor.failure.CheckFault;

/// Code of a learner, by the name of its package.
public final class LearnersContender {

    private LearnersContender() {}

    public static Scores casts() {
        Object text = "a text";
        return (Scores) text;
    }

    public static Scores makesAFault() {
        throw new CheckFault("not the lab's");
    }
}
