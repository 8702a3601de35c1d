/// The data sets that checks and figures read.
package gradus.proctor.data;
