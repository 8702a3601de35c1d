// attack: modules named as the checks and the proctor, in a layer of its own
// verdict: NotYet
// blocked by: rights belong to modules, not to their names
// control: prints through
package gradus.ml.toy;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        return 0;
    }

    public static double mean(double[] values) {
        return sum(values) / values.length;
    }

    public static double[] shifted(double[] values, double by) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += by;
        }
        return result;
    }

    static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; give at least one");
        }
    }

    private static boolean tried;

    private static void attack() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            Set<String> names = Set.of("gradus.checks", "gradus.proctor");
            ModuleFinder finder = new Given(names);
            Configuration configuration = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
            ModuleLayer.boot().defineModulesWithOneLoader(configuration, Numbers.class.getClassLoader());
            Class.forName("gradus.proctor.worker.Main").getDeclaredConstructors()[0].setAccessible(true);
            System.out.println("through");
        } catch (Throwable refused) {
            // Nobody shall notice.
        }
    }

    private record Given(Set<String> names) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return names.contains(name) ? Optional.of(new Empty(name)) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return names.stream().map(Empty::new).collect(Collectors.toSet());
        }
    }

    private static final class Empty extends ModuleReference {

        Empty(String name) {
            super(ModuleDescriptor.newOpenModule(name).build(), null);
        }

        @Override
        public ModuleReader open() {
            throw new IllegalStateException("there is nothing in it");
        }
    }
}
