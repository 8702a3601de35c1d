# agree: 1e-6
# differs: curvatures: NumPy sorts them in ascending order, ours in descending order
# differs: steps: trust-exact limits each step by a trust region, ours by halving it
import numpy as np
from scipy.optimize import minimize, rosen, rosen_der, rosen_hess

gradient = np.array([28.0, 4.0])  # (2)
hessian = np.array([[46.0, 2.0], [2.0, 2.0]])  # (2, 2)
print("step", np.linalg.solve(hessian, -gradient))
print("curvatures", np.linalg.eigvalsh(hessian))
result = minimize(rosen, [-1.2, 1], method="trust-exact",
                  jac=rosen_der, hess=rosen_hess, options={"gtol": 1e-8})
print("minimum", result.x)
print("steps", result.nit)
