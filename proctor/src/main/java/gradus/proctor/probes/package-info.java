/// Probes that every member gets, against a slow definition: read [MemberProbes] first. [EqualityProbes] are
/// for `equals`. Behavioural tests of models and of their training: causality, order, dead units, leaks.
package gradus.proctor.probes;
