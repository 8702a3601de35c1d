package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What the kernels of [Updates] do, a vector at a time; what is left at the end is done plainly.
final class FastUpdates {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private FastUpdates() {}

    static void descend(
            float[] w, float[] g, float[] m, float factor, float rate, float momentum, float decay, int from, int to) {
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector slope = FloatVector.fromArray(LANES, g, i).mul(factor);
            FloatVector mean = FloatVector.fromArray(LANES, m, i).mul(momentum).add(slope);
            FloatVector weight = FloatVector.fromArray(LANES, w, i);
            mean.intoArray(m, i);
            weight.sub(weight.mul(decay).add(mean).mul(rate)).intoArray(w, i);
        }
        PlainUpdates.descend(w, g, m, factor, rate, momentum, decay, i, to);
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, Updates.Adam s, int from, int to) {
        FloatVector factor = FloatVector.broadcast(LANES, s.factor());
        FloatVector newMean = FloatVector.broadcast(LANES, 1 - s.beta1());
        FloatVector newSquare = FloatVector.broadcast(LANES, 1 - s.beta2());
        FloatVector epsilon = FloatVector.broadcast(LANES, s.epsilon());
        FloatVector correction1 = FloatVector.broadcast(LANES, s.correction1());
        FloatVector correction2 = FloatVector.broadcast(LANES, s.correction2());
        FloatVector rate = FloatVector.broadcast(LANES, -s.rate());
        FloatVector decay = FloatVector.broadcast(LANES, s.decay());
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector slope = FloatVector.fromArray(LANES, g, i).mul(factor);
            FloatVector mean = FloatVector.fromArray(LANES, m, i);
            FloatVector square = FloatVector.fromArray(LANES, v, i);
            FloatVector weight = FloatVector.fromArray(LANES, w, i);
            mean = slope.sub(mean).fma(newMean, mean);
            square = slope.mul(slope).sub(square).fma(newSquare, square);
            mean.intoArray(m, i);
            square.intoArray(v, i);
            FloatVector root =
                    square.mul(correction2).lanewise(VectorOperators.SQRT).add(epsilon);
            FloatVector step = mean.mul(correction1).div(root);
            weight.fma(decay, step).fma(rate, weight).intoArray(w, i);
        }
        PlainUpdates.adam(w, g, m, v, s, i, to);
    }
}
