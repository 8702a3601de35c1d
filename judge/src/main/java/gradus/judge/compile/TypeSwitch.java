package gradus.judge.compile;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// A switch over the types of a value in compiled code.
///
/// @param type takes the value and the number of the first case to try; returns the number of the case that fits,
///     that of cases if none does, or -1 for null
/// @param cases the types, in order
record TypeSwitch(MethodTypeDesc type, List<ClassDesc> cases) {

    /// The switch that `call` decides; empty if it's another call, or some cases aren't types.
    static Optional<TypeSwitch> of(InvokeDynamicInstruction call) {
        List<ConstantDesc> labels = call.bootstrapArgs();
        if (!call.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/SwitchBootstraps;")
                || !call.bootstrapMethod().methodName().equals("typeSwitch")
                || call.typeSymbol().parameterType(0).isPrimitive()
                || !labels.stream().allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive())) {
            return Optional.empty();
        }
        return Optional.of(new TypeSwitch(
                call.typeSymbol(), labels.stream().map(ClassDesc.class::cast).toList()));
    }

    /// Adds the method that decides.
    void addTo(ClassBuilder host, String name) {
        host.withMethodBody(name, type, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, this::decide);
    }

    private void decide(CodeBuilder code) {
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int i = 0; i < cases.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(cases.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(cases.size()).ireturn();
    }
}
