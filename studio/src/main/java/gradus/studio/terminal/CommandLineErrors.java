package gradus.studio.terminal;

import gradus.studio.desk.UnknownNameMessages;
import gradus.studio.error.UserFacingException;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Explains errors in the command line, in one sentence.
final class CommandLineErrors {

    private CommandLineErrors() {}

    static int validPort(int port) {
        if (port < 0 || port > 65_535) {
            throw UserFacingException.usageError(
                    "The port must be from 0 to 65535, got " + port + "; leave out --port to use a free one.");
        }
        return port;
    }

    static UserFacingException whoseShouldRun(String part, Optional<String> owner) {
        return UserFacingException.usageError("Which " + part + " should run? "
                + owner.map(word -> "\"" + word + "\" is neither \"mine\" nor \"library\"; write")
                        .orElse("Write")
                + " `gradus parts " + part + " mine` or `gradus parts " + part + " library`.");
    }

    static UserFacingException of(ParameterException e) {
        CommandLine line = e.getCommandLine();
        return switch (e) {
            case UnmatchedArgumentException it
            when it.isUnknownOption() -> unknownOption(line, it.getUnmatched().getFirst());
            case UnmatchedArgumentException it
            when !line.getSubcommands().isEmpty() ->
                unknownCommand(line, it.getUnmatched().getFirst());
            case UnmatchedArgumentException it ->
                UserFacingException.usageError("`" + name(line) + "` doesn't take \""
                        + it.getUnmatched().getFirst() + "\"; " + seeHelp(line) + ".");
            case MissingParameterException it ->
                UserFacingException.usageError(
                        "`" + name(line) + "` needs " + missing(it) + "; " + seeHelp(line) + ".");
            default ->
                e.getCause() instanceof InvalidPathException path
                        ? invalidPath(path)
                        : UserFacingException.usageError(sentence(line, e) + "; " + seeHelp(line) + ".");
        };
    }

    static UserFacingException invalidPath(InvalidPathException e) {
        return UserFacingException.usageError("\"" + e.getInput()
                + "\" can't be the name of a file here: its characters aren't in this system's encoding; set LC_ALL to"
                + " one that has them all, such as C.UTF-8.");
    }

    static UserFacingException unknownCommand(CommandLine line, String wanted) {
        Collection<String> names = line.getSubcommands().keySet();
        return UserFacingException.usageError("There is no command \"" + wanted + "\"" + nearest(wanted, names) + "; "
                + helpCommand(line) + " lists them all.");
    }

    private static UserFacingException unknownOption(CommandLine line, String wanted) {
        String option = wanted.contains("=") ? wanted.substring(0, wanted.indexOf('=')) : wanted;
        Collection<String> names = line.getCommandSpec().optionsMap().keySet();
        return UserFacingException.usageError("`" + name(line) + "` has no option \"" + option + "\""
                + nearest(option, names) + "; " + seeHelp(line) + ".");
    }

    private static String missing(MissingParameterException e) {
        return e.getMissing().stream().map(CommandLineErrors::named).collect(Collectors.joining(" and "));
    }

    private static String named(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? option.paramLabel() + " after " + option.longestName()
                : missing.paramLabel();
    }

    private static String sentence(CommandLine line, ParameterException e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return !line.getSubcommands().isEmpty() && first.startsWith("Missing required subcommand")
                ? "`" + name(line) + "` needs a command"
                : first.replace("an int", "an integer").replaceAll("\\.$", "");
    }

    private static String nearest(String wanted, Collection<String> names) {
        return UnknownNameMessages.didYouMean(wanted, List.copyOf(names));
    }

    private static String seeHelp(CommandLine line) {
        return "see " + helpCommand(line);
    }

    private static String helpCommand(CommandLine line) {
        return "`gradus help" + name(line).substring("gradus".length()) + "`";
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName(" ");
    }
}
