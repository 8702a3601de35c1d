/// What a wrong result looks like: transposed, off by a factor, added without compensation. [Symptoms] asks
/// each family of symptoms; [CoincidenceFilter] drops those that may be coincidence.
package gradus.proctor.diagnosis;
