package io.patchbay.testing;

import java.util.List;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * While it is open: what this JVM logs, of our packages at every level, of all others at the level of a gateway. The console gets what it
 * got before.
 */
public final class LogLines implements AutoCloseable {
    private static final String OURS = "io.patchbay";

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level usual = root.getLevel();
    private final List<Appender> consoles = List.copyOf(root.getAppenders().values());
    private final Appender lines;

    /** @param listener gets each event with its context, its logger and what was thrown; by any thread */
    public LogLines(Consumer<String> listener) {
        lines = new AbstractAppender("lines", null, null, true, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                listener.accept(event.getLoggerName() + " " + event.getMessage().getFormattedMessage() + " " + event.getContextData() + " "
                        + trace(event.getThrown()));
            }
        };
        lines.start();
        LoggerConfig ours = new LoggerConfig(OURS, Level.ALL, false);
        ours.addAppender(lines, Level.ALL, null);
        consoles.forEach(console -> ours.addAppender(console, usual, null));
        context.getConfiguration().addLogger(OURS, ours);
        consoles.forEach(console -> {
            root.removeAppender(console.getName());
            root.addAppender(console, usual, null);
        });
        root.addAppender(lines, Level.INFO, null);
        root.setLevel(Level.INFO);
        context.updateLoggers();
    }

    private static String trace(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.append(' ').append(each);
        }
        return all.toString();
    }

    @Override
    public void close() {
        context.getConfiguration().removeLogger(OURS);
        root.removeAppender(lines.getName());
        consoles.forEach(console -> {
            root.removeAppender(console.getName());
            root.addAppender(console, null, null);
        });
        root.setLevel(usual);
        context.updateLoggers();
        lines.stop();
    }
}
