// attack: an annotation processor within the submission
// verdict: DidNotCompile
// says: javax.annotation.processing
// blocked by: the compiler sees java.base alone, and runs no processor
// control: compiles
package gradus.ml.toy;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public final class Numbers extends AbstractProcessor {

    @Override
    public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
        throw new IllegalStateException("it runs");
    }
}
