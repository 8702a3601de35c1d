package gradus.course;

/// Renders formulas in TeX as HTML with MathML.
public interface Typesetter {

    /// The HTML of a formula.
    ///
    /// @param display whether it is a display formula, on a line of its own
    /// @throws InvalidFormulaException if `tex` is not a valid formula; its message says what is wrong and
    ///     where
    String typeset(String tex, boolean display);

    /// Thrown if a formula is not valid TeX.
    final class InvalidFormulaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public InvalidFormulaException(String message) {
            super(message);
        }
    }
}
