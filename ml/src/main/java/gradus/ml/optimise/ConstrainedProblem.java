package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.List;

/// A problem with constraints, and the conditions of Karush, Kuhn and Tucker that its solution meets: make
/// `objective` small where every one of `equalities` is 0 and none of `inequalities` is above 0.
///
/// At a solution the downhill force of the objective is held by the constraints:
/// `∇f + Σ λᵢ·∇hᵢ + Σ μⱼ·∇gⱼ = 0`, where an inequality can only push (μ ≥ 0), and only where it touches
/// (μ·g = 0). A multiplier is a price: by how much the best value falls for each unit by which its
/// constraint is relaxed. For convex problems, a point that meets the conditions is a solution.
///
/// Sources: W. Karush (1939); H. Kuhn and A. Tucker, "Nonlinear Programming" (1951).
///
/// @param objective f
/// @param equalities the functions h that must be 0
/// @param inequalities the functions g that must not be above 0
public record ConstrainedProblem(Objective objective, List<Objective> equalities, List<Objective> inequalities) {

    /// Copies the lists.
    public ConstrainedProblem {
        equalities = List.copyOf(equalities);
        inequalities = List.copyOf(inequalities);
    }

    /// How far a point and its multipliers are from the conditions: 0 in each if they are met.
    ///
    /// @param stationarity the length of the force that is left
    /// @param primalInfeasibility by how much a constraint is broken, at most
    /// @param complementarity the largest |μ·g|: the push of a constraint that does not touch
    /// @param dualInfeasibility by how much a multiplier of an inequality is below 0, at most
    public record KktResidual(
            double stationarity, double primalInfeasibility, double complementarity, double dualInfeasibility) {

        /// The largest of the four.
        public double max() {
            return Math.max(Math.max(stationarity, primalInfeasibility), Math.max(complementarity, dualInfeasibility));
        }
    }

    /// The residual at `x`, shape `(n)`.
    ///
    /// @param lambda a multiplier for each equality, in their order
    /// @param mu a multiplier for each inequality, in their order
    /// @throws IllegalArgumentException if there is not one multiplier for each constraint
    public KktResidual kktResidual(Vector x, Vector lambda, Vector mu) {
        if (lambda.size() != equalities.size() || mu.size() != inequalities.size()) {
            throw new IllegalArgumentException("each constraint has one multiplier, got " + lambda.size() + " for "
                    + equalities.size() + " equalities and " + mu.size() + " for " + inequalities.size()
                    + " inequalities");
        }
        Vector lagrangianGradient = objective.gradient(x);
        double primalInfeasibility = 0;
        double complementarity = 0;
        double dualInfeasibility = 0;
        for (int i = 0; i < lambda.size(); i++) {
            Evaluation h = equalities.get(i).evaluate(x);
            lagrangianGradient = lagrangianGradient.plus(h.gradient().times(lambda.get(i)));
            primalInfeasibility = Math.max(primalInfeasibility, Math.abs(h.value()));
        }
        for (int j = 0; j < mu.size(); j++) {
            Evaluation g = inequalities.get(j).evaluate(x);
            lagrangianGradient = lagrangianGradient.plus(g.gradient().times(mu.get(j)));
            primalInfeasibility = Math.max(primalInfeasibility, g.value());
            complementarity = Math.max(complementarity, Math.abs(mu.get(j) * g.value()));
            dualInfeasibility = Math.max(dualInfeasibility, -mu.get(j));
        }
        return new KktResidual(lagrangianGradient.norm(), primalInfeasibility, complementarity, dualInfeasibility);
    }
}
