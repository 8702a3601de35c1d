/// Formats values as text: for people to read, and as Java literals.
package gradus.proctor.format;
