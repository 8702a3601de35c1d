/// Property-based testing: [Gen] draws cases, [Property] checks them, [Shrinker] finds the smallest that
/// fails. [MetamorphicRelations] and [Linearity] relate results to each other.
package gradus.proctor.property;
