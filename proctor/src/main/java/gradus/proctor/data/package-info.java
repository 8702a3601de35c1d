/// Reads data sets for checks and figures.
package gradus.proctor.data;
