package gradus.ml.score;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What choosing among settings has in common, whatever they predict.
final class Tuning {

    private Tuning() {}

    static void require(int candidates, int folds) {
        if (candidates == 0 || folds < 2) {
            throw new IllegalArgumentException("a choice needs at least 1 candidate and 2 folds, got " + candidates
                    + " candidates and " + folds + " folds");
        }
    }

    /// The place of the candidate whose loss is least; of several, the first. A loss that is NaN is the
    /// worst.
    static <C> int least(List<C> candidates, ToDoubleFunction<C> loss) {
        int best = 0;
        double least = Double.NaN;
        for (int i = 0; i < candidates.size(); i++) {
            double one = loss.applyAsDouble(candidates.get(i));
            if (one < least || (Double.isNaN(least) && !Double.isNaN(one))) {
                best = i;
                least = one;
            }
        }
        return best;
    }
}
