package gradus.proctor.assertions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of a lab's contract that a check holds: `@Clause("ties")`, `@Clause({"shapes", "nan"})`. It is
/// read from the source of the check; at run time there is no trace of it.
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Clause {

    /// The ids of the clauses, as `lab.md` gives them.
    String[] value();
}
