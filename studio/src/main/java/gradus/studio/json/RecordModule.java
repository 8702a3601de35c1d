package gradus.studio.json;

import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/// Creates records by reflection. Jackson's own way is quicker once it has been used for a while, but first the JVM
/// generates several classes for each record: for the course, that is a third of the time of a command.
final class RecordModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new Records());
    }

    private static final class Records implements ValueInstantiators {

        @Override
        public @Nullable ValueInstantiator findValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type) {
            return null;
        }

        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
            return usual instanceof StdValueInstantiator standard
                            && standard.getValueClass().isRecord()
                    ? new OfRecord(standard)
                    : usual;
        }
    }

    private static final class OfRecord extends StdValueInstantiator {

        private OfRecord(StdValueInstantiator usual) {
            super(usual);
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] components) {
            if (!(getWithArgsCreator() != null
                    && getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor)) {
                return super.createFromObjectWith(context, components);
            }
            try {
                return constructor.newInstance(components);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return context.handleInstantiationProblem(getValueClass(), components, rewrapCtorProblem(context, e));
            }
        }
    }
}
