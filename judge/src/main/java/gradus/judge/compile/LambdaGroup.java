package gradus.judge.compile;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The class of all lambdas of one file that implement the same interface. An instance has the number of its
/// lambda and what that captures; its method chooses the code by the number.
final class LambdaGroup {

    /// A functional interface.
    ///
    /// @param method its method's name
    /// @param erased its method's type
    record Interface(ClassDesc type, String method, MethodTypeDesc erased) {}

    private static final String NUMBER = "number";
    private static final String CAPTURED = "captured";

    private final ClassDesc host;
    private final ClassDesc type;
    private final Interface implemented;
    private final List<Lambda> lambdas = new ArrayList<>();

    /// @param host the class whose private methods have the code
    /// @param type the class to make
    LambdaGroup(ClassDesc host, ClassDesc type, Interface implemented) {
        this.host = host;
        this.type = type;
        this.implemented = implemented;
    }

    ClassDesc type() {
        return type;
    }

    /// Adds a lambda.
    ///
    /// @return the name of the static method that makes an instance of it
    String add(Lambda lambda) {
        lambdas.add(lambda);
        return "lambda" + (lambdas.size() - 1);
    }

    byte[] generate(ClassFile classFile) {
        return classFile.build(type, builder -> {
            builder.withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC)
                    .withInterfaceSymbols(implemented.type())
                    .with(NestHostAttribute.of(host))
                    .withField(NUMBER, CD_int, ACC_PRIVATE | ACC_FINAL);
            for (int i = 0; i < fields(); i++) {
                builder.withField(CAPTURED + i, CD_Object, ACC_PRIVATE | ACC_FINAL);
            }
            constructor(builder);
            for (int i = 0; i < lambdas.size(); i++) {
                factory(builder, i);
            }
            builder.withMethodBody(implemented.method(), implemented.erased(), ACC_PUBLIC, this::choose);
        });
    }

    private int fields() {
        return lambdas.stream()
                .mapToInt(lambda -> lambda.captured().size())
                .max()
                .orElse(0);
    }

    private MethodTypeDesc constructorType() {
        var parameters = new ArrayList<ClassDesc>(List.of(CD_int));
        parameters.addAll(Collections.nCopies(fields(), CD_Object));
        return MethodTypeDesc.of(CD_void, parameters);
    }

    private void constructor(ClassBuilder builder) {
        builder.withMethodBody(INIT_NAME, constructorType(), ACC_PRIVATE, code -> {
            code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
            code.aload(0).iload(1).putfield(type, NUMBER, CD_int);
            for (int i = 0; i < fields(); i++) {
                code.aload(0).aload(i + 2).putfield(type, CAPTURED + i, CD_Object);
            }
            code.return_();
        });
    }

    private void factory(ClassBuilder builder, int number) {
        Lambda lambda = lambdas.get(number);
        builder.withMethodBody("lambda" + number, lambda.factoryType(), ACC_STATIC, code -> {
            code.new_(type).dup().loadConstant(number);
            for (int i = 0; i < fields(); i++) {
                if (i < lambda.captured().size()) {
                    ClassDesc captured = lambda.captured().get(i);
                    code.loadLocal(TypeKind.from(captured), code.parameterSlot(i));
                    if (captured.isPrimitive()) {
                        Boxing.box(code, captured);
                    }
                } else {
                    code.aconst_null();
                }
            }
            code.invokespecial(type, INIT_NAME, constructorType()).areturn();
        });
    }

    private void choose(CodeBuilder code) {
        if (lambdas.size() == 1) {
            run(code, lambdas.getFirst());
            return;
        }
        List<Label> labels = lambdas.stream().map(_ -> code.newLabel()).toList();
        var cases = new ArrayList<SwitchCase>();
        for (int i = 0; i < labels.size() - 1; i++) {
            cases.add(SwitchCase.of(i, labels.get(i)));
        }
        code.aload(0).getfield(type, NUMBER, CD_int);
        code.tableswitch(0, labels.size() - 2, labels.getLast(), cases);
        for (int i = 0; i < labels.size(); i++) {
            code.labelBinding(labels.get(i));
            run(code, lambdas.get(i));
        }
    }

    private void run(CodeBuilder code, Lambda lambda) {
        lambda.run(code, i -> code.aload(0).getfield(type, CAPTURED + i, CD_Object));
    }
}
