/// What the author of an arena writes: contenders that are fitted and scored.
@org.jspecify.annotations.NullMarked
package gradus.proctor.arena;
