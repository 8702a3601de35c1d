/// Values as text: as a person reads them, and as Java literals.
package gradus.proctor.format;
