/// Property-based testing: [Gen] generates cases, [Property] tests them, [Shrinker] looks for the smallest
/// failing one. [MetamorphicRelations] and [Linearity] test relations between results.
package gradus.proctor.property;
