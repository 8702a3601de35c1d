/// What a gate shows while it trains.
@org.jspecify.annotations.NullMarked
package gradus.proctor.report;
