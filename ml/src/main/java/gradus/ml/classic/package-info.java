/// Models that were there before deep networks: settings are a record, fitting gives another.
package gradus.ml.classic;
