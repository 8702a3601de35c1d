package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// SIMD kernels of [OptimiserUpdates]; the remaining elements at the end go to the scalar reference kernels.
final class FastOptimiserUpdates {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();

    private FastOptimiserUpdates() {}

    static void sgd(
            float[] w,
            float[] g,
            float[] m,
            float gradientScale,
            float learningRate,
            float momentum,
            float weightDecay,
            int from,
            int to) {
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector gradient = FloatVector.fromArray(LANES, g, i).mul(gradientScale);
            FloatVector mean = FloatVector.fromArray(LANES, m, i).mul(momentum).add(gradient);
            FloatVector weight = FloatVector.fromArray(LANES, w, i);
            mean.intoArray(m, i);
            weight.sub(weight.mul(weightDecay).add(mean).mul(learningRate)).intoArray(w, i);
        }
        PlainOptimiserUpdates.sgd(w, g, m, gradientScale, learningRate, momentum, weightDecay, i, to);
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, OptimiserUpdates.AdamStep s, int from, int to) {
        FloatVector gradientScale = FloatVector.broadcast(LANES, s.gradientScale());
        FloatVector newMean = FloatVector.broadcast(LANES, 1 - s.beta1());
        FloatVector newSquare = FloatVector.broadcast(LANES, 1 - s.beta2());
        FloatVector epsilon = FloatVector.broadcast(LANES, s.epsilon());
        FloatVector correction1 = FloatVector.broadcast(LANES, s.biasCorrection1());
        FloatVector correction2 = FloatVector.broadcast(LANES, s.biasCorrection2());
        FloatVector learningRate = FloatVector.broadcast(LANES, s.learningRate());
        FloatVector weightDecay = FloatVector.broadcast(LANES, s.weightDecay());
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector gradient = FloatVector.fromArray(LANES, g, i).mul(gradientScale);
            FloatVector mean = FloatVector.fromArray(LANES, m, i);
            FloatVector square = FloatVector.fromArray(LANES, v, i);
            FloatVector weight = FloatVector.fromArray(LANES, w, i);
            mean = mean.add(gradient.sub(mean).mul(newMean));
            square = square.add(gradient.mul(gradient).sub(square).mul(newSquare));
            mean.intoArray(m, i);
            square.intoArray(v, i);
            FloatVector root =
                    square.mul(correction2).lanewise(VectorOperators.SQRT).add(epsilon);
            FloatVector step = mean.mul(correction1).div(root);
            weight.sub(weight.mul(weightDecay).add(step).mul(learningRate)).intoArray(w, i);
        }
        PlainOptimiserUpdates.adam(w, g, m, v, s, i, to);
    }
}
