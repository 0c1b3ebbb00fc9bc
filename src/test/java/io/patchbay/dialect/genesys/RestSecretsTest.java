package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digits, passwords and cookies are in no log line, at any level, and in no refusal. */
class RestSecretsTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String OURS = "io.patchbay";
    private static final String SECRET = "471147114711";
    private final Lines lines = new Lines();

    /** Each event with its context and what was thrown. */
    private static final class Lines extends AbstractAppender {
        private final List<String> all = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            all.add(event.getMessage().getFormattedMessage() + " " + event.getContextData() + " " + event.getThrown());
        }
    }

    @BeforeEach
    void listen() {
        Configurator.setLevel(OURS, Level.ALL);
        lines.start();
        ((Logger) LogManager.getRootLogger()).addAppender(lines);
    }

    @AfterEach
    void leave() {
        ((Logger) LogManager.getRootLogger()).removeAppender(lines);
        Configurator.setLevel(OURS, (Level) null);
    }

    @Test
    void no_secret_leaves_the_process() {
        LogManager.getLogger(OURS + ".test").trace("is heard");
        Rest dan = Rest.basic(GATEWAY, "dan");
        String token = dan.get("/me").cookie().orElseThrow();
        Rest cookie = Rest.cookie(GATEWAY, token);
        List<Rest.Reply> replies = new ArrayList<>(List.of(basic("dan:" + SECRET).get("/me"), basic(SECRET + ":dan").get("/me"),
                Rest.cookie(GATEWAY, SECRET).get("/me"), Rest.cookie(GATEWAY, token + SECRET).get("/me")));
        cookie.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice']}");
        try {
            for (String body : List.of("{'digits':'" + SECRET + "'}", "{'operationName':'SendDtmf','digits':'" + SECRET, SECRET,
                    "{'operationName':'" + SECRET + "'}", "{'" + SECRET + "':1}", "[" + SECRET + "]", "{'operationName':" + SECRET + "}")) {
                replies.add(cookie.post("/me", body));
                replies.add(cookie.post("/me/calls/" + Story.K1, body));
            }
            cookie.accepted("/me/devices/5069/calls", "{'operationName':'Dial','destination':{'phoneNumber':'+15550100'}}");
            String call = "/me/calls/" + cookie.get("/me/calls?fields=id").at("/calls/0/id").asText();
            replies.add(cookie.post(call, "{'operationName':'SendDtmf','digits':'" + SECRET + "'}"));
            replies.add(cookie.post(call, "{'operationName':'SendDtmf','digits':'" + SECRET + "x'}"));
            replies.add(cookie.get(call + "?x=" + SECRET));
        } finally {
            cookie.done("/me", "EndContactCenterSession");
        }
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body().toString()).doesNotContain(SECRET, token));
        assertThat(lines.all).anyMatch(line -> line.startsWith("is heard"))
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET, token.substring(32)));
    }

    private static Rest basic(String credentials) {
        return new Rest(GATEWAY, "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
