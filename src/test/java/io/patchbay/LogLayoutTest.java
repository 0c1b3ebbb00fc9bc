package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.junit.jupiter.api.Test;

/** Each layout of {@code config/log4j2.properties} writes one line that input cannot break, with keys and stack trace. */
class LogLayoutTest {
    private static final String FORGED = "a message\n2026-01-01 INFO forged";

    @Test
    void json_has_the_keys_and_the_whole_stack_trace() throws Exception {
        String line = line("json");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.path("message").asText()).isEqualTo(FORGED);
        assertThat(event.path("contextMap")).hasToString("{\"correlation\":\"c-1\"}");
        assertThat(event.at("/thrown/extendedStackTrace").asText()).contains("IllegalStateException: outer", "Caused by:", "inner",
                LogLayoutTest.class.getName());
    }

    @Test
    void text_has_them_too() {
        String line = line("text");
        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line).contains("correlation=c-1", "outer", "Caused by:", "inner");
    }

    private static String line(String appender) {
        try (LoggerContext context = new LoggerContext("layouts")) {
            Configuration configuration = ConfigurationFactory.getInstance().getConfiguration(context, "layouts",
                    Path.of("config/log4j2.properties").toUri());
            configuration.initialize();
            return new String(configuration.getAppender(appender).getLayout().toByteArray(event()), StandardCharsets.UTF_8);
        }
    }

    private static LogEvent event() {
        return Log4jLogEvent.newBuilder().setLevel(Level.ERROR).setLoggerName("io.patchbay.Any").setMessage(new SimpleMessage(FORGED))
                .setContextData(new SortedArrayStringMap(Map.of("correlation", "c-1")))
                .setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner"))).build();
    }
}
