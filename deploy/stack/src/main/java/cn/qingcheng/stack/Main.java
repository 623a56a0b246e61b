package cn.qingcheng.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind the scripts in {@code deploy/}. */
@Command(
        name = "deploy",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            ClockCommand.class,
            TokenCommand.class,
            PartnerCommand.class,
            BlacklistCommand.class,
            JourneyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DeadLettersCommand.class,
            MeasureCommand.class
        })
public final class Main {
    static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return plainSpoken(new CommandLine(new Main()));
    }

    /** The same commands, but what goes wrong is told as one sentence and ends with status 1. */
    public static CommandLine plainSpoken(CommandLine commands) {
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println();
            err.println(sentence(failure));
            err.flush();
            return FAILED;
        });
    }

    /** What the person reads: never a stack trace for something that can happen to anybody. */
    static String sentence(Throwable failure) {
        if (failure instanceof StackFailure expected) {
            return expected.sentence();
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("No space left on device")) {
                return "The disk is full: " + message + ".";
            }
            return "A file could not be read or written: " + message + ".";
        }
        return "The launcher failed in a way nobody foresaw: " + failure + ".";
    }
}
