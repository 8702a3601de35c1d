package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.List;

/// A constrained optimisation problem: minimise f(x) subject to `hᵢ(x) = 0` and `gⱼ(x) ≤ 0`. [#kktResidual]
/// measures how far a point is from the Karush–Kuhn–Tucker (KKT) conditions, which a solution satisfies.
///
/// **Conditions.** The gradient of the Lagrangian is 0: `∇f + Σ λᵢ·∇hᵢ + Σ μⱼ·∇gⱼ = 0` (stationarity). The
/// constraints hold (primal feasibility). Multipliers of inequalities are not negative: `μⱼ ≥ 0` (dual
/// feasibility). They are 0 unless the constraint is active: `μⱼ·gⱼ = 0` (complementary slackness).
/// Geometrically: at a solution, the negative gradient of the objective is a combination of the gradients of
/// the constraints, with non-negative weights for the active inequalities.
///
/// **Multipliers.** A Lagrange multiplier is a shadow price: the rate at which the optimal value falls when
/// its constraint is relaxed, per unit.
///
/// For convex problems, a point that satisfies the conditions is a solution.
///
/// Sources: W. Karush (1939); H. Kuhn and A. Tucker, "Nonlinear Programming" (1951).
///
/// @param objective f, to be minimised
/// @param equalities the functions h, which must be 0
/// @param inequalities the functions g, which must be at most 0
public record ConstrainedProblem(Objective objective, List<Objective> equalities, List<Objective> inequalities) {

    /// Copies the lists.
    public ConstrainedProblem {
        equalities = List.copyOf(equalities);
        inequalities = List.copyOf(inequalities);
    }

    /// By how much a point and its multipliers violate the KKT conditions; all components are 0 if they hold.
    ///
    /// @param stationarity the norm of the gradient of the Lagrangian
    /// @param primalInfeasibility the largest violation of a constraint
    /// @param complementarity the largest |μ·g|: non-zero if an inactive constraint has a multiplier
    /// @param dualInfeasibility the largest amount by which a multiplier of an inequality is below 0
    public record KktResidual(
            double stationarity, double primalInfeasibility, double complementarity, double dualInfeasibility) {

        /// The largest of the four components.
        public double max() {
            return Math.max(Math.max(stationarity, primalInfeasibility), Math.max(complementarity, dualInfeasibility));
        }
    }

    /// The violation of the KKT conditions at `x`, shape `(n)`.
    ///
    /// @param lambda the multipliers of the equalities, in their order
    /// @param mu the multipliers of the inequalities, in their order
    /// @throws IllegalArgumentException if the number of multipliers differs from the number of constraints
    public KktResidual kktResidual(Vector x, Vector lambda, Vector mu) {
        if (lambda.size() != equalities.size() || mu.size() != inequalities.size()) {
            throw new IllegalArgumentException("each constraint needs one multiplier, got " + lambda.size() + " for "
                    + equalities.size() + " equalities and " + mu.size() + " for " + inequalities.size()
                    + " inequalities");
        }
        Vector lagrangianGradient = objective.gradient(x);
        double primalInfeasibility = 0;
        double complementarity = 0;
        double dualInfeasibility = 0;
        for (int i = 0; i < lambda.size(); i++) {
            ObjectiveEvaluation h = equalities.get(i).evaluate(x);
            lagrangianGradient = lagrangianGradient.plus(h.gradient().times(lambda.get(i)));
            primalInfeasibility = Math.max(primalInfeasibility, Math.abs(h.value()));
        }
        for (int j = 0; j < mu.size(); j++) {
            ObjectiveEvaluation g = inequalities.get(j).evaluate(x);
            lagrangianGradient = lagrangianGradient.plus(g.gradient().times(mu.get(j)));
            primalInfeasibility = Math.max(primalInfeasibility, g.value());
            complementarity = Math.max(complementarity, Math.abs(mu.get(j) * g.value()));
            dualInfeasibility = Math.max(dualInfeasibility, -mu.get(j));
        }
        return new KktResidual(lagrangianGradient.norm(), primalInfeasibility, complementarity, dualInfeasibility);
    }
}
