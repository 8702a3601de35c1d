/// Diagnosis of wrong results: transposed, off by a constant factor, summed without compensation. [Symptoms]
/// collects the symptoms of each family; [CoincidenceFilter] drops those that may be coincidence.
package gradus.proctor.diagnosis;
