/// Behavioural tests of models and of their training: causality, order, dead units, leaks.
package gradus.proctor.probes;
