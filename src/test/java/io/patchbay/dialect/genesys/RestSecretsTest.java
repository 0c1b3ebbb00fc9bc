package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.LogLines;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digits, passwords and cookies are in no log line, at any level, and in no refusal. */
class RestSecretsTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String OURS = "io.patchbay";
    private static final String SECRET = "471147114711";
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private LogLines log;

    @BeforeEach
    void listen() {
        log = new LogLines(lines::add);
    }

    @AfterEach
    void leave() {
        log.close();
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
        assertThat(lines).anyMatch(line -> line.contains("is heard"))
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET, token.substring(32)));
    }

    private static Rest basic(String credentials) {
        return new Rest(GATEWAY, "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
