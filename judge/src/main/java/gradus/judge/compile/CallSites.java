package gradus.judge.compile;

import gradus.judge.support.CompiledLibrary;
import java.io.ByteArrayInputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Replaces code of compiled classes that the JVM generates when it is first run: lambdas, method references and
/// switches over types. All lambdas of a file that implement the same interface become one ordinary class, and
/// a switch becomes a method.
///
/// Generating the code takes a tenth of a millisecond each time, and a hundred for the first, because the
/// generator itself isn't compiled then. A run of checks has a hundred of these and a fresh class loader, so that
/// this was more than a quarter of the time of a verdict.
public final class CallSites {

    private static final String SWITCH = "typeSwitch$";

    private final ClassFile classFile;

    /// @param known the classes that the code uses besides those of the platform, by binary name
    public CallSites(Map<String, byte[]> known) {
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
                            byte[] bytes = known.get(binaryName(type));
                            return bytes == null ? null : new ByteArrayInputStream(bytes);
                        })
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// The same classes without such code, and the classes of their lambdas.
    public Map<String, byte[]> replace(Map<String, byte[]> classes) {
        var result = new TreeMap<String, byte[]>();
        classes.keySet().stream()
                .collect(Collectors.groupingBy(CompiledLibrary::topLevelName))
                .forEach((host, names) -> {
                    var file = new TreeMap<String, byte[]>();
                    names.forEach(name -> file.put(name, classes.get(name)));
                    result.putAll(replaceInFile(ClassDesc.of(host), file));
                });
        return result;
    }

    private Map<String, byte[]> replaceInFile(ClassDesc host, Map<String, byte[]> classes) {
        var groups = new LinkedHashMap<LambdaGroup.Interface, LambdaGroup>();
        Function<LambdaGroup.Interface, LambdaGroup> group = type ->
                groups.computeIfAbsent(type, _ -> new LambdaGroup(host, host.nested("Lambdas" + groups.size()), type));
        var result = new TreeMap<String, byte[]>();
        classes.forEach((name, bytes) -> result.put(name, replaceInClass(bytes, group)));
        if (groups.isEmpty()) {
            return result;
        }
        List<ClassDesc> members =
                groups.values().stream().map(LambdaGroup::type).toList();
        result.computeIfPresent(binaryName(host), (_, bytes) -> withNestMembers(bytes, members));
        groups.values().forEach(each -> result.put(binaryName(each.type()), each.generate(classFile)));
        return result;
    }

    private byte[] replaceInClass(byte[] bytes, Function<LambdaGroup.Interface, LambdaGroup> group) {
        ClassModel type = classFile.parse(bytes);
        if (calls(type)
                .noneMatch(call ->
                        Lambda.of(call).isPresent() || TypeSwitch.of(call).isPresent())) {
            return bytes;
        }
        var switches = new ArrayList<TypeSwitch>();
        CodeTransform code = (builder, element) -> {
            if (element instanceof InvokeDynamicInstruction call) {
                replace(call, type, builder, group, switches);
            } else {
                builder.with(element);
            }
        };
        return classFile.transformClass(
                type, ClassTransform.transformingMethodBodies(code).andThen(ClassTransform.endHandler(builder -> {
                    for (int i = 0; i < switches.size(); i++) {
                        switches.get(i).addTo(builder, SWITCH + i);
                    }
                })));
    }

    private static Stream<InvokeDynamicInstruction> calls(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast);
    }

    private static void replace(
            InvokeDynamicInstruction call,
            ClassModel type,
            CodeBuilder builder,
            Function<LambdaGroup.Interface, LambdaGroup> group,
            List<TypeSwitch> switches) {
        Optional<Lambda> lambda = Lambda.of(call);
        Optional<TypeSwitch> typeSwitch = TypeSwitch.of(call);
        if (lambda.isPresent()) {
            LambdaGroup its = group.apply(lambda.get().implemented());
            builder.invokestatic(its.type(), its.add(lambda.get()), lambda.get().factoryType());
        } else if (typeSwitch.isPresent()) {
            String name = SWITCH + switches.size();
            switches.add(typeSwitch.get());
            builder.invokestatic(
                    type.thisClass().asSymbol(),
                    name,
                    typeSwitch.get().type(),
                    type.flags().has(AccessFlag.INTERFACE));
        } else {
            builder.with(call);
        }
    }

    private byte[] withNestMembers(byte[] host, List<ClassDesc> more) {
        ClassModel type = classFile.parse(host);
        List<ClassDesc> before = type.findAttribute(Attributes.nestMembers())
                .map(attribute -> attribute.nestMembers().stream()
                        .map(member -> member.asSymbol())
                        .toList())
                .orElse(List.of());
        var all = NestMembersAttribute.ofSymbols(
                Stream.concat(before.stream(), more.stream()).toList());
        return classFile.transformClass(
                type,
                ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
                        .andThen(ClassTransform.endHandler(builder -> builder.with(all))));
    }

    private static String binaryName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
